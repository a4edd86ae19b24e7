export async function sync(orders: { id: string }[]): Promise<number> {
  const answers: Response[] = [];
  for (let start = 0; start < orders.length; start += 10) {
    answers.push(...(await Promise.all(orders.slice(start, start + 10).map((order) => fetch(`/orders/${order.id}`)))));
  }
  return answers.length;
}
