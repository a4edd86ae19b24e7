exports.save = async (order) => {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
};
