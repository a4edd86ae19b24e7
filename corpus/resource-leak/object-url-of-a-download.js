export function save(blob) {
  const url = URL.createObjectURL(blob); // leak: resource-leak (missed)
  location.href = url;
}
