export default ({ it, mark, view }) => {
  const panel = mark(new it.Panel());
  panel.open(view());
  panel.close();
};
