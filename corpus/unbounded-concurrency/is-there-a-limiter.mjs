import pLimit from 'p-limit';
const limit = pLimit(8);
export async function sync(orders) {
  await Promise.all(orders.map((order) => limit(() => fetch(`/orders/${order.id}`))));
}
