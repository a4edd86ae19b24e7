async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
}
function checkout(order, response) {
  save(order); // leak: unawaited-promise "nobody hears when it fails"
  response.end('saved');
}
module.exports = { checkout };
