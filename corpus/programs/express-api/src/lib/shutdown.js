'use strict';

const { logger } = require('./logger');

/** Runs `stop` when the process is asked to end. Returns a function that takes it back. */
function runOnShutdown(name, stop) {
  const listener = () => {
    logger.info('stopping', { name });
    stop();
  };
  process.on('SIGTERM', listener);
  return () => process.off('SIGTERM', listener);
}

module.exports = { runOnShutdown };
