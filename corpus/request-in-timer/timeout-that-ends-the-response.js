const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => response.end('pong'), 5000);
});
