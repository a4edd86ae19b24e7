module.exports = async function sync(orders) {
  const open = orders.filter((order) => order.isOpen);
  const tasks = open.map((order) => fetch(`/orders/${order.id}`));
  return Promise.all(tasks); // leak: unbounded-concurrency
};
