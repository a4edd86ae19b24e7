// One variable for the timers of all connections: only the last one can be cleared.
const net = require('net');
let timer;

net.createServer((socket) => {
  timer = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak (missed)
  socket.on('close', () => clearInterval(timer));
});
