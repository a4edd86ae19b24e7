export default ({ it, view }) => {
  const shown = view();
  const release = it.subscribe(() => shown.update());
  release();
};
