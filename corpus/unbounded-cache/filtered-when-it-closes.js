const net = require('net');
let sockets = [];

net.createServer((socket) => {
  sockets.push(socket);
  socket.on('close', () => {
    sockets = sockets.filter((other) => other !== socket);
  });
});
