const http = require('http');

http.createServer((request, response) => {
  process.on('SIGHUP', () => response.end()); // leak: listener-leak
  response.on('close', () => process.off('SIGHUP', () => response.end()));
});
