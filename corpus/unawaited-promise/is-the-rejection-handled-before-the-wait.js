async function load(url) {
  return (await fetch(url)).json();
}
module.exports = async function page() {
  const orders = load('/orders');
  orders.catch(() => {});
  const user = await load('/user');
  return { user, orders: await orders };
};
