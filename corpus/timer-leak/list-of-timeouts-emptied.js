const http = require('http');
const timeouts = [];

http.createServer((request, response) => {
  timeouts.push(setTimeout(() => response.end(), 500));
  response.on('close', () => clearTimeout(timeouts.shift()));
});
