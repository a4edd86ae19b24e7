const fs = require('fs');

exports.write = (name, text) =>
  new Promise((resolve) => {
    const file = fs.createWriteStream(name);
    file.on('finish', resolve);
    file.end(text);
  });
