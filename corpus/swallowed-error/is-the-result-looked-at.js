module.exports = async function load(url) {
  const page = await fetch(url).catch(() => null);
  if (!page) return 'offline';
  return page.text();
};
