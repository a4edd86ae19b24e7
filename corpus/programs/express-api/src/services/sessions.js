'use strict';

const { randomUUID } = require('crypto');

const config = require('../config');

const sessions = new Map();
let sweep = null;

/** The session of a token, which lasts until it has not been used for a while. */
function open(token) {
  const known = sessions.get(token);
  if (known) {
    known.usedAt = Date.now();
    return known;
  }
  const session = { id: randomUUID(), usedAt: Date.now() };
  sessions.set(token, session);
  return session;
}

function removeOld() {
  const oldest = Date.now() - config.sessionSeconds * 1000;
  for (const [token, session] of sessions) {
    if (session.usedAt < oldest) sessions.delete(token);
  }
}

function startSweeping() {
  if (sweep) return;
  sweep = setInterval(removeOld, 30_000);
  sweep.unref();
}

function stopSweeping() {
  clearInterval(sweep);
  sweep = null;
}

module.exports = { open, startSweeping, stopSweeping };
