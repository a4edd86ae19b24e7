export async function sync(orders) {
  const answers = await Promise.all(orders.map((order) => fetch(`/orders/${order.id}`))); // leak: unbounded-concurrency
  return answers.length;
}
export async function syncAll(request) {
  return await Promise.allSettled(request.body.orders.map((order) => fetch(`/orders/${order.id}`))); // leak: unbounded-concurrency
}
export async function push(orders) {
  if (orders.length === 0) return;
  await Promise.all(orders.map(async (order) => { // leak: unbounded-concurrency
    if (!order.id) return;
    await fetch(`/orders/${order.id}`);
  }));
}
