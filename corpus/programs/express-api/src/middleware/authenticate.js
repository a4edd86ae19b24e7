'use strict';

const sessions = require('../services/sessions');

let currentVisitor = null;

/** Who is asking, for code that has no request at hand. */
function visitor() {
  return currentVisitor;
}

function authenticate(req, res, next) {
  const token = req.get('authorization') ?? '';
  const session = sessions.open(token.slice(0, 200));
  currentVisitor = { session, headers: req.headers }; // leak: global-request-state
  next();
}

module.exports = { authenticate, visitor };
