const net = require('net');

net.createServer((socket) => {
  socket.timer = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak
});
