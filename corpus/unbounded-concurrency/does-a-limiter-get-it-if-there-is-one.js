const { readFile } = require('node:fs/promises');
async function lint(path, limiter) {
  async function read() {
    return (await readFile(path, 'utf8')).length;
  }
  return limiter ? limiter.run(read) : read();
}
exports.lintAll = (paths, limiter) => Promise.all(paths.map((path) => lint(path, limiter)));
