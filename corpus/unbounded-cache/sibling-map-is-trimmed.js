// Two maps are kept side by side, and only one of them is tidied up.
const net = require('net');
const sockets = new Map();
const names = new Map();
let next = 0;

net.createServer((socket) => {
  const id = ++next;
  sockets.set(id, socket);
  names.set(id, `client ${id}`); // leak: unbounded-cache "`names`"
  socket.on('close', () => sockets.delete(id));
});
