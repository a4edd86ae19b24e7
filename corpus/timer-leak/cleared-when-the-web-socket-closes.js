const { WebSocketServer } = require('ws');
const server = new WebSocketServer({ port: 8080 });

server.on('connection', (socket) => {
  const beat = setInterval(() => socket.ping(), 30_000);
  socket.on('close', () => clearInterval(beat));
});
