const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.start = (signal) => {
  bus.emit('start', () => {}, { signal });
};
