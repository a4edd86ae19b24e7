// The third argument is no options object: once() would do, the signal would not.
const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  bus.once('change', () => view.update(), { signal }); // leak: ignored-signal
};
