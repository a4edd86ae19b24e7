export function whenVisible(element, show) {
  new IntersectionObserver((entries, self) => {
    if (!entries[0].isIntersecting) return;
    self.disconnect();
    show();
  }).observe(element);
}
