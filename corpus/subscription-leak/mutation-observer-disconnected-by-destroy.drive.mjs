export const page = true;
export default ({ it, mark }) => {
  const view = mark(new it.View());
  view.open();
  view.destroy();
};
