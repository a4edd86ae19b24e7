'use strict';

const { logger } = require('../lib/logger');

const fiveMinutes = 5 * 60_000;

/** Says so when an order that was looked at is still open five minutes later. */
function remind(order, req) {
  const { id } = order;
  const client = String(req.ip);
  setTimeout(() => logger.warn('look again', { id, client }), fiveMinutes);
}

module.exports = { remind };
