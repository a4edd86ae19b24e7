const fs = require('fs');
const http = require('http');

// It closes itself when it ends and when it fails; the listener only says so again.
http.createServer((request, response) => {
  const log = fs.createReadStream('/var/log/app.log');
  log.on('data', (bytes) => response.write(bytes));
  log.on('end', () => {
    log.close();
    response.end();
  });
});
