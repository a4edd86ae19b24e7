async function trace(order) {
  await fetch('/trace', { body: order });
}
function checkout(order) {
  const isTracing = false;
  isTracing && trace(order);
  if (false) trace(order);
}
module.exports = checkout;
