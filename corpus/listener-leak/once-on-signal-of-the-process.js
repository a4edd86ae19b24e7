const http = require('http');

http.createServer((request, response) => {
  process.once('SIGINT', () => response.destroy()); // leak: listener-leak
});
