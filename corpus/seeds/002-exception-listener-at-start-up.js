const express = require('express');
const { randomUUID } = require('crypto');
const api = express();

api.use((req, res, next) => {
  const trace = randomUUID();
  res.on('finish', () => {
    console.info({ trace, status: res.statusCode });
  });
  next();
});

process.on('uncaughtException', (failure) => {
  console.error({ failure: failure.message, stack: failure.stack });
});

setInterval(() => {
  const count = process.listenerCount('uncaughtException');
  if (count > 4) console.warn({ count }, 'listeners pile up');
}, 60000);
