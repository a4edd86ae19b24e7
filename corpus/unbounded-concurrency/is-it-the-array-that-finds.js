module.exports = async function join(orders, users) {
  return Promise.all(orders.map(async (order) => users.find((user) => user.id === order.user)));
};
