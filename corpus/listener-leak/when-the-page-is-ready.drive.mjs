export const page = true;
// One waits while the page loads; the lives come when it is ready.
export const started = (it) => {
  Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
  it.whenReady(() => {});
  delete document.readyState;
  document.dispatchEvent(new window.Event('DOMContentLoaded'));
};
export default ({ it, view }) => {
  const shown = view();
  it.whenReady(() => shown.update());
};
