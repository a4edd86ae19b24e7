// socket.setTimeout(ms, fn) adds a 'timeout' listener each time.
const http = require('http');

http.createServer((request, response) => {
  request.socket.setTimeout(5000, () => response.destroy()); // leak: listener-leak
  response.end();
});
