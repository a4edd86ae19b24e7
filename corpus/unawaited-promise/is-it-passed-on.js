async function save(order) {
  await fetch(`/orders/${order.id}`, { method: 'PUT' });
}
class Pending {
  constructor() {
    this.running = new Set();
  }
  track(order, monitor) {
    this.last = save(order);
    this.running.add(save(order));
    monitor.watch(save(order));
    return { order, saved: save(order) };
  }
}
module.exports = Pending;
