const net = require('net');
const counter = new Int32Array(new SharedArrayBuffer(4));

net.createServer((socket) => {
  Atomics.wait(counter, 0, 0); // leak: blocking-call "for every connection"
  socket.end('go');
}).listen(9000);
