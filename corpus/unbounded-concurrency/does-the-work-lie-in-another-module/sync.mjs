import { put } from './client.mjs';
export async function sync(orders) {
  await Promise.all(orders.map((order) => put(`/orders/${order.id}`, order))); // leak: unbounded-concurrency "One request per `order`"
}
