const net = require('net');

net.createServer((socket) => {
  socket.startedAt = Date.now();
  socket.user = { address: socket.remoteAddress };
});
