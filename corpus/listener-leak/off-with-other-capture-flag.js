// Without the flag another listener is meant, which was never added.
export function trapFocus(dialog) {
  const keep = (event) => dialog.keepFocus(event);
  document.addEventListener('focusin', keep, true); // leak: listener-leak
  dialog.onclose = () => document.removeEventListener('focusin', keep);
}
