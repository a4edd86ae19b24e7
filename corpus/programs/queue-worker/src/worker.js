const fs = require('fs');

const { consume } = require('./broker/consumer');
const { queues, temporaryFolder } = require('./config');
const { look, watchQueues } = require('./health');
const { jobs } = require('./jobs');
const logger = require('./lib/logger');

async function start() {
  fs.mkdirSync(temporaryFolder, { recursive: true });
  for (const [queue, handle] of jobs) await consume(queue, handle, { isOnceOnly: queue === queues.mails });
  watchQueues();
}

const started = start().catch((error) => {
  logger.failure('start', error);
  process.exitCode = 1;
});

module.exports = { look, started };
