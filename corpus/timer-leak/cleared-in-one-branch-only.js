const net = require('net');

net.createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak
  socket.on('error', () => clearInterval(timer));
});
