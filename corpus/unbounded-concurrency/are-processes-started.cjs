const { promisify } = require('node:util');
const { execFile } = require('node:child_process');
const run = promisify(execFile);
exports.convert = async (files) => {
  await Promise.all(files.map((file) => run('convert', [file]))); // leak: unbounded-concurrency "One process per `file`"
};
