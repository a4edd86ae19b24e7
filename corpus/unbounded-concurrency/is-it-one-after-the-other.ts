export async function sync(orders: AsyncIterable<{ id: string }>): Promise<Response[]> {
  const answers: Response[] = [];
  for await (const order of orders) answers.push(await fetch(`/orders/${order.id}`));
  return Array.fromAsync(orders, (order) => fetch(`/orders/${order.id}`)).then(() => answers);
}
