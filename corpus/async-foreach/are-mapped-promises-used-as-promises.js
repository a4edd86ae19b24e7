exports.load = (ids) => {
  ids.map(async (id) => fetch(`/items/${id}`)).forEach((promise) => promise.catch(console.error));
  const loading = ids.map(async (id) => fetch(`/items/${id}`));
  return loading.map((promise) => promise.then((response) => response.ok));
};
