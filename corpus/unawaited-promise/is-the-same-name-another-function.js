async function save(order) {
  await fetch(`/orders/${order.id}`);
}
function checkout(order, save) {
  save(order);
}
function store(shelf, order) {
  shelf.save(order);
}
module.exports = { save, checkout, store };
