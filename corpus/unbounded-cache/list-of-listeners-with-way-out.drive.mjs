export default ({ it, view }) => {
  const shown = view();
  it.onChange(() => shown.update())();
};
