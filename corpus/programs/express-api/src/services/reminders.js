'use strict';

const { logger } = require('../lib/logger');

const fiveMinutes = 5 * 60_000;

/** Says so when an order that was looked at is still open five minutes later. */
function remind(order, req) {
  setTimeout(() => { // leak: request-in-timer
    if (order.state === 'open') logger.warn('still open', { id: order.id, client: req.ip });
  }, fiveMinutes);
}

module.exports = { remind };
