// The stream closes the descriptor when it is read to its end or destroyed.
const fs = require('fs');

exports.read = function read(name) {
  const descriptor = fs.openSync(name, 'r');
  const { size } = fs.fstatSync(descriptor);
  if (size === 0) {
    fs.closeSync(descriptor);
    return null;
  }
  return fs.createReadStream(name, { fd: descriptor });
};
