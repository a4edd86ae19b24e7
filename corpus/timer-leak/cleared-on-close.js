const net = require('net');

net.createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 1000);
  socket.on('close', () => clearInterval(timer));
});
