// The helper returns what it added, and its caller removes that.
export function decouple(event, callback) {
  let isPlanned = false;
  const handle = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => callback());
  };
  window.addEventListener(event, handle, false);
  return handle;
}
