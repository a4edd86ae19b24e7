const fs = require('fs');

exports.read = (name, signal) => {
  const stream = fs.createReadStream(name);
  stream.on('data', (chunk) => console.log(chunk.length), { signal }); // leak: ignored-signal
  return stream;
};
