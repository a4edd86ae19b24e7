'use strict';

const config = require('../config');

const minute = 60_000;
let windowStart = Date.now();
let hits = new Map();

/** Counts requests of each client, and starts over every minute. */
function rateLimit(req, res, next) {
  const now = Date.now();
  if (now - windowStart >= minute) {
    windowStart = now;
    hits = new Map();
  }
  const client = req.ip ?? 'unknown';
  const count = (hits.get(client) ?? 0) + 1;
  hits.set(client, count);
  if (count > config.requestsPerMinute * 1000) {
    res.status(429).json({ error: 'too many requests' });
    return;
  }
  next();
}

module.exports = { rateLimit };
