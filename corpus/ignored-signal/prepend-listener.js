const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  bus.prependListener('change', () => view.update(), { signal }); // leak: ignored-signal
};
