// Each call of matchMedia returns another object; removing from the second leaves the first as it is.
export function followColours(view) {
  const update = () => view.update();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', update); // leak: listener-leak
  return () => window.matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', update);
}
