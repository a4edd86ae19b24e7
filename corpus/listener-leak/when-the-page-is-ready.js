// The event comes once, and not again for those who listen later.
export function whenReady(run) {
  if (document.readyState !== 'loading') run();
  else document.addEventListener('DOMContentLoaded', run);
}
