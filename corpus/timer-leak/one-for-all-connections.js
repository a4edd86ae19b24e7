const net = require('net');
const sockets = new Set();

setInterval(() => {
  for (const socket of sockets) socket.write('ping');
}, 1000);

net.createServer((socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
