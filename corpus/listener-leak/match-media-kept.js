export function followColours(view) {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const update = () => view.update();
  query.addEventListener('change', update);
  return () => query.removeEventListener('change', update);
}
