export function follow(view) {
  new MutationObserver(() => view.update()).observe(document.body, { childList: true }); // leak: subscription-leak
}
