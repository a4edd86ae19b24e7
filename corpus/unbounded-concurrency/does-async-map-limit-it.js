const async = require('async');
module.exports = async function sync(orders) {
  await async.mapLimit(orders, 8, async (order) => fetch(`/orders/${order.id}`));
};
