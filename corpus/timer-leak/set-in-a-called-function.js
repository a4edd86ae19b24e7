const net = require('net');

function keepAlive(socket) {
  setInterval(() => socket.write('ping'), 1000); // leak: timer-leak
}

net.createServer((socket) => {
  socket.setEncoding('utf8');
  keepAlive(socket);
});
