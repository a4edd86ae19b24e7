export async function track(event) {
  await fetch('/track', { method: 'POST', body: event }).then((answer) => answer.json(), () => {}); // leak: swallowed-error "second handler of `then` is empty"
}
export async function trackWell(event) {
  return fetch('/track', { method: 'POST', body: event }).then((answer) => answer.ok, (error) => error.code);
}
