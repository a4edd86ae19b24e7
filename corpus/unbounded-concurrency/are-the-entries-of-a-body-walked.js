exports.store = async (body) => {
  await Promise.all(Object.entries(body).map(([key, value]) => fetch(`/${key}`, { body: value }))); // leak: unbounded-concurrency (low)
};
