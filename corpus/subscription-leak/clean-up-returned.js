export function attach(panel) {
  const observer = new ResizeObserver(() => panel.layout());
  observer.observe(document.body);
  return () => observer.disconnect();
}
