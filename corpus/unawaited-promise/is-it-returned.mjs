async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
}
export const checkout = (order) => save(order);
export function checkoutLater(order) {
  return setup().then(() => save(order));
}
async function setup() {
  await fetch('/setup');
}
