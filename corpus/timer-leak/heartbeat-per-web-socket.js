const { WebSocketServer } = require('ws');
const server = new WebSocketServer({ port: 8080 });

server.on('connection', (socket) => {
  setInterval(() => socket.ping(), 30_000); // leak: timer-leak
});
