const net = require('net');

net.createServer((socket) => {
  socket.end('bye');
  const { bytesWritten } = socket;
  setTimeout(() => console.log('served', bytesWritten), 60_000);
});
