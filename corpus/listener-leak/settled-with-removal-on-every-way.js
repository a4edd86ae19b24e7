const { EventEmitter } = require('events');
const bus = new EventEmitter();

exports.byHelper = function byHelper(job) {
  return new Promise((resolve, reject) => {
    const cleanUp = () => {
      bus.off('done', done);
      job.off('error', fail);
      clearTimeout(timer);
    };
    const done = (value) => {
      cleanUp();
      resolve(value);
    };
    const fail = (failure) => {
      cleanUp();
      reject(failure);
    };
    const timer = setTimeout(() => fail(new Error('too late')), 100);
    bus.on('done', done);
    job.once('error', fail);
  });
};

exports.bySettle = function bySettle(job) {
  return new Promise((resolve, reject) => {
    const settle = (failure, value) => {
      bus.off('change', look);
      if (failure) reject(failure);
      else setImmediate(() => resolve(value));
    };
    const look = () => {
      if (job.isDone) settle(null, job);
      if (job.failure) settle(job.failure);
    };
    bus.on('change', look);
  });
};

exports.byAbort = function byAbort(job, { signal }) {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    job.run((value) => {
      signal.removeEventListener('abort', onAbort);
      resolve(value);
    });
  });
};
