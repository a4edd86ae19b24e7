const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  for (const name of ['price', 'news']) {
    bus.on(name, () => view.update(), { signal }); // leak: ignored-signal
  }
};
