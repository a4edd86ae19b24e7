const { EventEmitter } = require('events');

/** Tells who wants to know that the worker is to stop. */
const shutdown = new EventEmitter();
let isStopping = false;

function begin() {
  if (isStopping) return;
  isStopping = true;
  shutdown.emit('stop');
}

process.once('SIGTERM', begin);
process.once('SIGINT', begin);

module.exports = { shutdown };
