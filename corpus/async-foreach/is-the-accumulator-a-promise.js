exports.total = async (orders) => {
  return orders.reduce(async (sum, order) => sum + (await order.price()), 0); // leak: async-foreach "accumulator"
};
