'use strict';

const { HttpError } = require('../lib/http-error');
const { logger } = require('../lib/logger');

function notFound(req, res) {
  res.status(404).json({ error: 'no such route' });
}

// Express knows an error handler by its four parameters.
function handleErrors(error, req, res, next) {
  if (res.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof HttpError ? error.status : 500;
  if (status === 500) logger.error('request failed', { message: error.message });
  res.status(status).json({ error: status === 500 ? 'internal error' : error.message });
}

module.exports = { handleErrors, notFound };
