const { EventEmitter } = require('node:events');
const jobs = new EventEmitter();
jobs.on('job', async (job) => { // leak: unawaited-promise "drops the promise"
  await job.run();
});
module.exports = jobs;
