// clearTimeout and clearInterval take each other's timers.
const net = require('net');

net.createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 1000);
  socket.on('close', () => clearTimeout(timer));
});
