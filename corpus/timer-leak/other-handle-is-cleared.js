const net = require('net');

net.createServer((socket) => {
  const ping = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak
  const check = setInterval(() => socket.write('check'), 5000);
  console.log(ping.hasRef());
  socket.on('close', () => clearInterval(check));
});
