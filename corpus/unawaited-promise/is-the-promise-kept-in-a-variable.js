async function load(url) {
  return (await fetch(url)).json();
}
async function page(user) {
  const orders = load('/orders'); // leak: unawaited-promise
  return { user };
}
module.exports = page;
