const net = require('net');

net.createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak (missed)
  socket.on('error', () => clearInterval(timer));
});
