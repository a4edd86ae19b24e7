const net = require('net');

net.createServer((socket) => { // because: timer-leak
  setInterval(() => socket.write('ping'), 1000); // leak: timer-leak "for every connection"
});
