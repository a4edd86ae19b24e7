exports.saveAll = async (orders, store) => {
  await Promise.all(orders.map((order) => store.save(order))); // leak: unbounded-concurrency "`store.save(…)` call"
};
exports.readAll = async (keys, userRepository) => {
  return Promise.all(keys.map((key) => userRepository.get(key))); // leak: unbounded-concurrency
};
// `get` may as well look into a Map, and how long the list is only callers know.
exports.loadAll = async (keys, things) => {
  return Promise.all(keys.map((key) => things.get(key).then(String))); // leak: unbounded-concurrency (low)
};
