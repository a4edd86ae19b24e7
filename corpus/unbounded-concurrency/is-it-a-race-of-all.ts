export async function first(mirrors: string[]): Promise<Response> {
  return Promise.race(mirrors.map(async (mirror) => fetch(mirror))); // leak: unbounded-concurrency
}
