export async function pages(links) {
  return Promise.all(Array.from(links, (link) => fetch(link.href))); // leak: unbounded-concurrency
}
