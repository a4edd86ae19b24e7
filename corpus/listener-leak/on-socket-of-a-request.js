// Under keep-alive the socket serves more requests, and outlives each of them.
const http = require('http');

http.createServer((request, response) => {
  request.socket.on('error', () => response.destroy()); // leak: listener-leak "`request.socket` keeps one more"
  response.end();
});
