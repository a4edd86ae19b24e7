export default ({ it, view }) => {
  const shown = view();
  clearInterval(it.every(1000, () => shown.update()));
};
