export const page = true;
export default ({ it, mark }) => {
  it.whenVisible(document.body, () => {});
  IntersectionObserver.notify(document.body, [{ isIntersecting: true }]);
};
