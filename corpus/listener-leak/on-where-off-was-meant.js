const http = require('http');

http.createServer((request, response) => {
  const stop = () => response.end();
  process.on('SIGTERM', stop); // leak: listener-leak
  response.on('close', () => process.on('SIGTERM', stop)); // leak: listener-leak
});
