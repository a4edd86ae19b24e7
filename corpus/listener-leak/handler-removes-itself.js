const { EventEmitter } = require('events');
const jobs = new EventEmitter();

exports.whenDone = function whenDone(id) {
  return new Promise((resolve) => {
    jobs.on('done', function listen(job) {
      if (job.id !== id) return;
      jobs.off('done', listen);
      resolve(job);
    });
  });
};
