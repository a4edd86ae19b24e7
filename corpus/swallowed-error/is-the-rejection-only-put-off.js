module.exports = async function page(load) {
  const orders = load('/orders');
  orders.catch(() => {});
  const user = await load('/user');
  return { user, orders: await orders };
};
