async function push(tasks, urls) {
  for (const url of urls) tasks.push(fetch(url)); // leak: unbounded-concurrency (missed)
}
module.exports = async function run(urls) {
  const tasks = [];
  await push(tasks, urls);
  return Promise.all(tasks);
};
