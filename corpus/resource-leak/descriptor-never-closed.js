const fs = require('fs');

exports.size = function size(name) {
  const descriptor = fs.openSync(name); // leak: resource-leak
  return fs.fstatSync(descriptor).size;
};
