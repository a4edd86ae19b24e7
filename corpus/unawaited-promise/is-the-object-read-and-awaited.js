async function load(url) {
  return (await fetch(url)).json();
}
async function page(user) {
  const parts = { orders: load('/orders'), name: user.name };
  return { name: parts.name, orders: await parts.orders };
}
module.exports = page;
