const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  bus.emit('change', view, { signal });
};
