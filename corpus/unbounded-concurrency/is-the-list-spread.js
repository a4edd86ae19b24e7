exports.refresh = async (keys) => {
  await Promise.all([...keys].map((key) => fetch(`/cache/${key}`))); // leak: unbounded-concurrency
};
