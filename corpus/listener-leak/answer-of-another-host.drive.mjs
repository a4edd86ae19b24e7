export default ({ it, number, mark, sleep }) => {
  it.default(`http://pages/${number}`, mark(() => {}));
  return sleep(15);
};
