const fs = require('fs');

exports.read = (name) =>
  new Promise((resolve, reject) => {
    const parts = [];
    fs.createReadStream(name)
      .on('data', (part) => parts.push(part))
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject);
  });
