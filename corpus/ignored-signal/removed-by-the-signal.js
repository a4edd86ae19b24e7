const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.follow = (view, signal) => {
  const update = () => view.update();
  bus.on('change', update);
  signal.addEventListener('abort', () => bus.off('change', update), { once: true });
};
