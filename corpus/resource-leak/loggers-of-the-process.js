const pino = require('pino');
const express = require('express');

const logger = pino(pino.transport({ target: 'pino/file', options: { destination: 'service.log' } }));
const app = express();

app.get('/', (req, res) => {
  const child = logger.child({ path: req.path });
  child.info('asked');
  res.end();
});
