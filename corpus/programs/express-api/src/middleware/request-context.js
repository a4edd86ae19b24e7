'use strict';

const { randomUUID } = require('crypto');

const { context } = require('../lib/logger');

/** Everything that is logged while a request is answered carries its id. */
function requestContext(req, res, next) {
  const requestId = req.get('x-correlation-id') ?? randomUUID();
  res.set('x-correlation-id', requestId.slice(0, 64));
  context.run({ requestId: requestId.slice(0, 64) }, next);
}

module.exports = { requestContext };
