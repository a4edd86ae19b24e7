// When the answer comes in time, the timeout that would have deleted the entry is cleared.
const net = require('net');
const calls = new Map();
let next = 0;

net.createServer((socket) => {
  const id = ++next;
  const timer = setTimeout(() => calls.delete(id), 5000);
  calls.set(id, socket); // leak: unbounded-cache "not always trimmed"
  socket.on('data', () => clearTimeout(timer));
});
