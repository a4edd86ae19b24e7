export default ({ it, mark }) => {
  const user = mark({});
  it.join(user);
  it.join(user);
  it.leave(user);
  it.leave(user);
};
