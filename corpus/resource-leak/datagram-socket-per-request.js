const dgram = require('dgram');
const http = require('http');

http.createServer((request, response) => {
  const socket = dgram.createSocket('udp4'); // leak: resource-leak
  socket.send(String(request.method), 9999, '127.0.0.1');
  response.end();
});
