module.exports = async function sync(orders, semaphore) {
  await Promise.all(orders.map(async (order) => {
    const release = await semaphore.acquire();
    try {
      await fetch(`/orders/${order.id}`);
    } finally {
      release();
    }
  }));
};
