export async function load(urls) {
  const pages = await Promise.all(urls.map((url) => fetch(url).catch(() => null))); // leak: swallowed-error "passes for a result"
  return pages.map((page) => page.body);
}
