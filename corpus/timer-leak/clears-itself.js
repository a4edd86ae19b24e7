const net = require('net');

net.createServer((socket) => {
  let left = 10;
  const timer = setInterval(() => {
    socket.write('ping');
    if (--left === 0) clearInterval(timer);
  }, 1000);
});
