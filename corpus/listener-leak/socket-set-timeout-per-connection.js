// A connection begins once, and its socket ends with it.
const net = require('net');

net.createServer((socket) => {
  socket.setTimeout(30_000, () => socket.end());
});
