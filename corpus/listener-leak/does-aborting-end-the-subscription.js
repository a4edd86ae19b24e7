// What listens to the signal is what ends the subscription: both last until the caller aborts.
const { EventEmitter } = require('events');
const settings = new EventEmitter();
const readiness = new EventEmitter();

exports.follow = (view, signal) => {
  const update = () => view.update();
  settings.on('change', update);
  signal.addEventListener('abort', () => settings.off('change', update), { once: true });
};

// What is heard once is over before the signal aborts, and the signal keeps its listener.
exports.next = (signal) =>
  new Promise((resolve) => {
    readiness.once('ready', resolve);
    signal.addEventListener('abort', () => readiness.off('ready', resolve), { once: true }); // leak: listener-leak
  });
