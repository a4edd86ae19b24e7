// The failure that is told is that of opening: there is nothing to close.
const fs = require('fs');

module.exports = function openLog(path, callback) {
  fs.open(path, 'a', (error, fd) => {
    if (error) return callback(error);
    callback(null, fd);
  });
};
