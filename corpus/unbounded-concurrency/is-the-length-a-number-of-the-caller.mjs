export async function load(count) {
  return Promise.all(Array.from({ length: count }, (_, page) => fetch(`/pages/${page}`))); // leak: unbounded-concurrency
}
export async function loadFive() {
  return Promise.all(Array.from({ length: 5 }, (_, page) => fetch(`/pages/${page}`)));
}
