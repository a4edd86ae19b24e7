const { EventEmitter } = require('events');

const { countWaiting } = require('./broker/connection');
const { queues } = require('./config');
const logger = require('./lib/logger');
const { shutdown } = require('./lib/shutdown');

const every = 60_000;
const health = new EventEmitter();

async function look() {
  const counts = {};
  for (const queue of Object.values(queues)) counts[queue] = await countWaiting(queue);
  health.emit('counted', counts);
}

/** Looks once a minute how long the queues are. */
function watchQueues() {
  const timer = setInterval(() => {
    look().catch((error) => logger.failure('counting', error));
  }, every);
  shutdown.once('stop', () => clearInterval(timer));
  health.on('counted', (counts) => logger.info('waiting', counts));
}

module.exports = { look, watchQueues };
