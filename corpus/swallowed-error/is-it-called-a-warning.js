// Shown at low confidence only: whoever wrote it calls it no error.
module.exports = async function save(order, logger) {
  try {
    await fetch(`/orders/${order.id}`, { method: 'PUT' });
  } catch (error) { // leak: swallowed-error
    logger.warn('could not save', error);
  }
};
