const net = require('net');
const sockets = new Set();
let timer = null;

net.createServer((socket) => {
  sockets.add(socket);
  timer ??= setInterval(() => console.log(sockets.size), 1000);
  socket.on('close', () => {
    sockets.delete(socket);
    if (sockets.size > 0) return;
    clearInterval(timer);
    timer = null;
  });
});
