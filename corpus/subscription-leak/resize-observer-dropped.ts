export function attach(panel: { layout(): void }): void {
  const observer = new ResizeObserver(() => panel.layout()); // leak: subscription-leak "for every call of `attach`"
  observer.observe(document.body);
}
