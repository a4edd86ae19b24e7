const net = require('net');
const clients = new Set();

net.createServer((socket) => {
  clients.add(socket);
  socket.on('close', () => clients.delete(socket));
});
