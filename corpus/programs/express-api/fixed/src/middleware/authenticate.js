'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const sessions = require('../services/sessions');

const visitors = new AsyncLocalStorage();

/** Who is asking, for code that has no request at hand. */
function visitor() {
  return visitors.getStore();
}

function authenticate(req, res, next) {
  const token = req.get('authorization') ?? '';
  const session = sessions.open(token.slice(0, 200));
  visitors.run({ session, headers: req.headers }, next);
}

module.exports = { authenticate, visitor };
