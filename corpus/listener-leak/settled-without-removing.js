// Of the ways on which the promise is settled, one forgets the listener.
const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.byTimeout = function byTimeout() {
  return new Promise((resolve, reject) => {
    const done = (value) => {
      clearTimeout(timer);
      bus.off('done', done);
      resolve(value);
    };
    const timer = setTimeout(() => reject(new Error('too late')), 100);
    bus.on('done', done); // leak: listener-leak "for every call of"
  });
};

exports.byFailure = function byFailure(job) {
  return new Promise((resolve, reject) => {
    const done = (value) => {
      bus.removeListener('end', done);
      resolve(value);
    };
    bus.on('end', done); // leak: listener-leak
    job.once('error', reject);
  });
};
