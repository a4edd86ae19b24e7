const table = require('./workers');

process.on('message', ({ gone }) => {
  delete table.workers[gone];
});
