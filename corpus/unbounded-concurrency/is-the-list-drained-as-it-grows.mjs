export async function sync(orders) {
  let running = [];
  for (const order of orders) {
    running.push(fetch(`/orders/${order.id}`));
    if (running.length >= 10) {
      await Promise.all(running);
      running = [];
    }
  }
  await Promise.all(running);
}
