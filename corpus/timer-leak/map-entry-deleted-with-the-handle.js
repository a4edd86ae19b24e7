// The handle was kept in the map only; deleting the entry loses it, and clears nothing.
const net = require('net');
const timers = new Map();

net.createServer((socket) => {
  timers.set(socket, setInterval(() => socket.write('ping'), 1000)); // leak: timer-leak (missed)
  socket.on('close', () => timers.delete(socket));
});
