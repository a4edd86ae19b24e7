export function warm(urls) {
  Promise.all(urls.map((url) => fetch(url))); // leak: unawaited-promise
}
