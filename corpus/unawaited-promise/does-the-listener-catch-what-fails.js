const { EventEmitter } = require('node:events');
const jobs = new EventEmitter();
jobs.on('job', async (job) => {
  try {
    await job.run();
  } catch (error) {
    job.fail(error);
  }
});
setTimeout(async () => {
  jobs.emit('job', { run() {}, fail() {} });
}, 10);
module.exports = jobs;
