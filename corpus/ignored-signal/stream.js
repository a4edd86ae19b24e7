const fs = require('fs');
const log = fs.createWriteStream('access.log');

exports.follow = (view, signal) => {
  log.on('drain', () => view.update(), { signal }); // leak: ignored-signal "`log`"
};
