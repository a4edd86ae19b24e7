'use strict';

const { logger } = require('../lib/logger');

function accessLog(req, res, next) {
  const startedAt = process.hrtime.bigint();
  res.on('finish', () => {
    const milliseconds = Number(process.hrtime.bigint() - startedAt) / 1e6;
    logger.info('answered', { method: req.method, status: res.statusCode, milliseconds });
  });
  next();
}

module.exports = { accessLog };
