export const page = true;
// One waits while the page loads; the lives come when it is there.
export const started = (it) => {
  Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
  it.whenLoaded(() => {});
  delete document.readyState;
  window.dispatchEvent(new window.Event('load'));
};
export default ({ it, view }) => {
  const shown = view();
  it.whenLoaded(() => shown.update());
};
