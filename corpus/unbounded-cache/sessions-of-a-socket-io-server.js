const { Server } = require('socket.io');
const people = new Map();

const server = new Server(3000);
server.on('connection', (socket) => {
  people.set(socket.id, { at: Date.now() });
  socket.on('disconnect', () => people.delete(socket.id));
});
