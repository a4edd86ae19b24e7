async function load(url) {
  return (await fetch(url)).json();
}
function page(user) {
  const parts = { orders: load('/orders'), name: user.name }; // leak: unawaited-promise
  return `<h1>${parts.name}</h1>`;
}
module.exports = page;
