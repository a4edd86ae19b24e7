import pLimit from 'p-limit';
const limit = pLimit(4);
export async function sync(orders) {
  await Promise.all(orders.map((order) => fetch(`/orders/${order.id}`))); // leak: unbounded-concurrency
  await Promise.all(orders.map((order) => limit(() => fetch(`/orders/${order.id}/audit`))));
}
