import { save } from './orders.mjs';
export function checkout(order) {
  save(order); // leak: unawaited-promise
  return order.id;
}
export async function checkoutInOrder(order) {
  await save(order);
}
