const dgram = require('dgram');
const http = require('http');

http.createServer((request, response) => {
  const socket = dgram.createSocket('udp4');
  socket.send(String(request.method), 9999, '127.0.0.1', () => socket.close());
  response.end();
});
