module.exports = async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' }).catch(() => {}); // leak: swallowed-error "handler is empty"
};
