// Element and observer go together.
export function measure(view) {
  const element = document.createElement('div');
  const observer = new ResizeObserver(() => view.update()); // leak: subscription-leak (false alarm)
  observer.observe(element);
}
