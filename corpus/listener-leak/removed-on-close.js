const http = require('http');

http.createServer((request, response) => {
  const stop = () => response.destroy();
  process.on('SIGTERM', stop);
  response.on('close', () => process.removeListener('SIGTERM', stop));
});
