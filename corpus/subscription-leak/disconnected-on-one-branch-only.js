export function attach(panel) {
  const observer = new ResizeObserver(() => panel.layout()); // leak: subscription-leak (missed)
  observer.observe(document.body);
  if (panel.isStatic) observer.disconnect();
}
