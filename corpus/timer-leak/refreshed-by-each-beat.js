// Each beat puts the same timeout off; it is never let go.
const net = require('net');

net.createServer((socket) => {
  const timer = setTimeout(() => { // leak: timer-leak (missed)
    socket.write('ping');
    timer.refresh();
  }, 1000);
});
