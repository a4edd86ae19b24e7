const { EventEmitter } = require('events');

function makeBus() {
  const bus = new EventEmitter();
  bus.setMaxListeners(0);
  return bus;
}

const bus = makeBus();

exports.follow = (view, signal) => {
  bus.on('change', () => view.update(), { signal }); // leak: ignored-signal
};
