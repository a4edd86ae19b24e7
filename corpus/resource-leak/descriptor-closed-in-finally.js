const fs = require('fs');

exports.header = function header(name) {
  const descriptor = fs.openSync(name);
  try {
    const bytes = Buffer.alloc(4);
    fs.readSync(descriptor, bytes);
    return bytes;
  } finally {
    fs.closeSync(descriptor);
  }
};
