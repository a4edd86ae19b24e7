export async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
}
