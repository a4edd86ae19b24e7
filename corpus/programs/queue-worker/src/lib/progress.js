const { progressEvery } = require('../config');
const logger = require('./logger');

/** Says every now and then how far a job is, until it is told that the job is done. */
function showProgress(name, report) {
  const startedAt = Date.now();
  const timer = setInterval(() => {
    logger.info('still working', { name, seconds: (Date.now() - startedAt) / 1000, done: report() });
  }, progressEvery);
  return { done: () => clearInterval(timer) };
}

module.exports = { showProgress };
