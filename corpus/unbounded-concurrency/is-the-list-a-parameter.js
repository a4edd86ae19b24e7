module.exports = async function sync(orders) {
  await Promise.all(orders.map(async (order) => { // leak: unbounded-concurrency "One request per `order`"
    await fetch(`/orders/${order.id}`, { method: 'PUT' });
  }));
};
