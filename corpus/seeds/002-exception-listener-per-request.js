const express = require('express');
const { randomUUID } = require('crypto');
const api = express();

api.use((req, res, next) => {
  const trace = randomUUID();
  process.on('uncaughtException', (failure) => { // leak: listener-leak "`process` keeps one more 'uncaughtException' listener for every request"
    console.error({ trace, failure: failure.message });
  });
  res.on('finish', () => {
    console.info({ trace, status: res.statusCode });
  });
  next();
});
