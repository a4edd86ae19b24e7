const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  bus.addListener('change', () => view.update(), { once: true, signal }); // leak: ignored-signal
};
