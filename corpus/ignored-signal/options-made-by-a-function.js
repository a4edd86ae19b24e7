const { EventEmitter } = require('events');
const bus = new EventEmitter();

const until = (signal) => ({ signal });

exports.follow = (view, signal) => {
  bus.on('change', () => view.update(), until(signal)); // leak: ignored-signal (missed)
};
