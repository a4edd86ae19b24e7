const net = require('net');

net.createServer((socket) => {
  setTimeout(() => socket.destroy(), 5000);
});
