exports.latest = async (model) => {
  const posts = await model.list({ limit: 10, order: 'created' });
  return Promise.all(posts.map((post) => fetch(`/posts/${post.id}`))); // leak: unbounded-concurrency (low)
};
exports.first = async (collection) => {
  const rows = await collection.find({ open: true }).limit(20).toArray();
  return Promise.all(rows.map((row) => fetch(`/rows/${row.id}`))); // leak: unbounded-concurrency (low)
};
exports.all = async (collection) => {
  const rows = await collection.find({ open: true }).toArray();
  return Promise.all(rows.map((row) => fetch(`/rows/${row.id}`))); // leak: unbounded-concurrency
};
