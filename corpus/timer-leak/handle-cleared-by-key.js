const net = require('net');
const timers = new Map();

net.createServer((socket) => {
  timers.set(socket, setInterval(() => socket.write('ping'), 1000));
  socket.on('close', () => {
    clearInterval(timers.get(socket));
    timers.delete(socket);
  });
});
