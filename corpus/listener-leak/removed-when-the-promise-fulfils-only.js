const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.fulfilled = function fulfilled(job) {
  const onChange = () => job.look();
  bus.on('change', onChange); // leak: listener-leak
  return job.run().then((value) => {
    bus.off('change', onChange);
    return value;
  });
};

exports.both = function both(job) {
  const onChange = () => job.look();
  bus.on('change', onChange);
  const remove = () => bus.off('change', onChange);
  return job.run().then(remove, remove);
};

exports.always = function always(job) {
  const onChange = () => job.look();
  bus.on('change', onChange);
  return job.run().finally(() => bus.off('change', onChange));
};

exports.mended = function mended(job) {
  const onChange = () => job.look();
  bus.on('change', onChange);
  return job
    .run()
    .catch(console.error)
    .then(() => bus.off('change', onChange));
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
exports.paused = function paused(job) {
  const onChange = () => job.look();
  bus.on('change', onChange);
  return pause(10).then(() => bus.off('change', onChange));
};
