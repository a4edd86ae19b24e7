const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  const options = { signal };
  bus.on('change', () => view.update(), options); // leak: ignored-signal (missed)
};
