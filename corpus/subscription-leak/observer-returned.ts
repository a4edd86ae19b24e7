export function observe(update: () => void): MutationObserver {
  const observer = new MutationObserver(update);
  observer.observe(document.body, { childList: true });
  return observer;
}
