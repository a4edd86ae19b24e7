module.exports = async function load(id, cache) {
  try {
    return await cache.get(id);
  } catch {}
  return fetch(`/orders/${id}`);
};
