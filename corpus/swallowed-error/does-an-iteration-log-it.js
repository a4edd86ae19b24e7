module.exports = async function saveAll(orders) {
  orders.forEach(async (order) => {
    try {
      await order.save();
    } catch (error) { // leak: swallowed-error
      console.log(error);
    }
  });
};
