// A descriptor that only a successful second step gives away.
const fs = require('fs');

module.exports = function openNonEmpty(path, callback) {
  fs.open(path, 'r', (error, fd) => { // leak: resource-leak
    if (error) return callback(error);
    fs.fstat(fd, (failure, stats) => {
      if (failure) return callback(failure);
      callback(null, fd, stats.size);
    });
  });
};
