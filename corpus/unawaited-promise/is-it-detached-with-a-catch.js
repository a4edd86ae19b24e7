async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
}
function checkout(order, log) {
  save(order).catch(log);
  save(order).then(
    () => log('saved'),
    (error) => log(error),
  );
  save(order)
    .then(() => log('saved'))
    .catch((error) => log(error))
    .finally(() => log('done'));
}
module.exports = checkout;
