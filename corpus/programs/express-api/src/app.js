'use strict';

const express = require('express');

const { requestContext } = require('./middleware/request-context');
const { rateLimit } = require('./middleware/rate-limit');
const { accessLog } = require('./middleware/access-log');
const { handleErrors, notFound } = require('./middleware/errors');
const routes = require('./routes');

function createApp() {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '200kb' }));
  app.use(requestContext);
  app.use(accessLog);
  app.use('/api', rateLimit);
  app.use('/api', routes);
  app.use(notFound);
  app.use(handleErrors);
  return app;
}

module.exports = { createApp };
