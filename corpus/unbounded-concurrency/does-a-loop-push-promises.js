const { unlink } = require('node:fs/promises');
module.exports = async function clear(paths) {
  const tasks = [];
  for (const path of paths) {
    tasks.push(unlink(path));
  }
  await Promise.all(tasks); // leak: unbounded-concurrency "per `path`"
};
