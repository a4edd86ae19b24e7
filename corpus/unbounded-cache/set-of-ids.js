const net = require('net');
const clients = new Set();

net.createServer((socket) => {
  clients.add(socket); // leak: unbounded-cache "for every connection"
  socket.write('hello');
});
