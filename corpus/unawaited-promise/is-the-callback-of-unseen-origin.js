const async = require('async');
const fs = require('fs');
exports.upload = (file, callback) => {
  async.waterfall([(next) => fs.stat(file, next), (stats, next) => next(null, stats.size)], callback);
};
exports.remove = (file, done) => {
  fs.unlink(file, done);
};
exports.warm = (tasks) => {
  async.series(tasks); // leak: unawaited-promise
};
