module.exports = async (urls) => {
  const results = await Promise.allSettled(urls.map((url) => fetch(url))); // leak: unbounded-concurrency
  return results.filter((result) => result.status === 'fulfilled');
};
