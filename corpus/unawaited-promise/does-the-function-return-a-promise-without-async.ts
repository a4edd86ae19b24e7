function load(url: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    fetch(url).then(resolve, reject);
  });
}
export function warm(urls: string[]): void {
  for (const url of urls) load(url); // leak: unawaited-promise
}
