// What waits for the page is called while it loads.
export function whenLoaded(callback) {
  if (document.readyState === 'complete') callback();
  else window.addEventListener('load', () => callback());
}
