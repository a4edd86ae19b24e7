export async function load(urls) {
  const pages = await Promise.all(urls.map((url) => fetch(url).catch(() => null)));
  return pages.filter((page) => page !== null);
}
