export function whenVisible(element, show) {
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) observer.unobserve(entry.target ?? element);
    show();
  });
  observer.observe(element);
}
