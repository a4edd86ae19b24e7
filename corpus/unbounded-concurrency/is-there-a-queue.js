const { default: PQueue } = require('p-queue');
const queue = new PQueue({ concurrency: 4 });
module.exports = async function sync(orders) {
  await Promise.all(orders.map((order) => queue.add(() => fetch(`/orders/${order.id}`))));
};
