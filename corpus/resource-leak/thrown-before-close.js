const fs = require('fs');

exports.header = function header(name) {
  const descriptor = fs.openSync(name); // leak: resource-leak
  const bytes = Buffer.alloc(4);
  fs.readSync(descriptor, bytes);
  if (bytes.toString() !== 'LEAK') throw new Error('another format');
  fs.closeSync(descriptor);
  return bytes;
};
