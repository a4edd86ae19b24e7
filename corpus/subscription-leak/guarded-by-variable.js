let observer;

export function watch(update) {
  if (observer) return;
  observer = new ResizeObserver(() => update());
  observer.observe(document.body);
}
