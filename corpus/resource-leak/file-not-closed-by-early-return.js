const fs = require('fs');

exports.isEmpty = function isEmpty(name) {
  const descriptor = fs.openSync(name); // leak: resource-leak
  if (fs.fstatSync(descriptor).size === 0) return true;
  fs.closeSync(descriptor);
  return false;
};
