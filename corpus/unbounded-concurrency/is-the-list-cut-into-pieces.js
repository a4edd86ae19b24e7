const chunk = require('lodash/chunk');
module.exports = async function sync(orders) {
  for (const batch of chunk(orders, 10)) await Promise.all(batch.map((order) => fetch(`/orders/${order.id}`)));
  for (let at = 0; at < orders.length; at += 10)
    await Promise.all(orders.slice(at, at + 10).map((order) => fetch(`/orders/${order.id}`)));
};
