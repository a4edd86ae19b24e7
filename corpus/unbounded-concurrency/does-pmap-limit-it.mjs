import pMap from 'p-map';
export async function sync(orders) {
  await pMap(orders, (order) => fetch(`/orders/${order.id}`), { concurrency: 8 });
}
