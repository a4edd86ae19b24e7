const net = require('net');

net.createServer((socket) => {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }); // leak: constant-in-hot-path "for every connection"
  socket.end(day.format(new Date()));
}).listen(1300);
