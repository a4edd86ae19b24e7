const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, options) => {
  bus.on('change', () => view.update(), { ...options, signal: options.signal }); // leak: ignored-signal
};
