export function openMenu(menu) {
  const closing = new AbortController();
  document.addEventListener('click', () => menu.close(), { signal: closing.signal }); // leak: listener-leak (missed)
}
