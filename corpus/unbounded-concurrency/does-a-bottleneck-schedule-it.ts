import Bottleneck from 'bottleneck';
const limiter = new Bottleneck({ maxConcurrent: 4 });
export async function sync(orders: { id: string }[]): Promise<void> {
  await Promise.all(orders.map((order) => limiter.schedule(() => fetch(`/orders/${order.id}`))));
}
