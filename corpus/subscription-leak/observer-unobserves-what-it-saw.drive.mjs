export const page = true;
export default ({ it, view }) => {
  const shown = view();
  it.whenVisible(document.body, () => shown.update());
  IntersectionObserver.notify(document.body, [{ target: document.body }]);
};
