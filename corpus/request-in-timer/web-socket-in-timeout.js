const net = require('net');

net.createServer((socket) => {
  socket.end('bye');
  setTimeout(() => console.log('served', socket.bytesWritten), 60_000); // leak: request-in-timer
});
