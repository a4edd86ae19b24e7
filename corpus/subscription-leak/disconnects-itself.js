export function whenVisible(element, show) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries[0].isIntersecting) return;
    observer.disconnect();
    show();
  });
  observer.observe(element);
}
