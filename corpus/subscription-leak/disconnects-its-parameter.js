export function whenVisible(element, show) {
  new IntersectionObserver((entries, self) => { // leak: subscription-leak (false alarm)
    if (!entries[0].isIntersecting) return;
    self.disconnect();
    show();
  }).observe(element);
}
