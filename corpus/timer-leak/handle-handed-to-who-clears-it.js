const net = require('net');

function keepAlive(socket) {
  return setInterval(() => socket.write('ping'), 1000);
}

net.createServer((socket) => {
  const timer = keepAlive(socket);
  socket.once('close', () => clearInterval(timer));
});
