const { WebSocketServer } = require('ws');
const bus = new (require('events'))();

const server = new WebSocketServer({ port: 8080 });

server.on('connection', (socket, request) => {
  bus.on('news', (news) => socket.send(news)); // leak: listener-leak "for every connection"
  socket.on('message', () => {
    server.on('headers', () => {}); // leak: listener-leak "for every message"
  });
  const tell = (text) => socket.send(text);
  bus.on('text', tell);
  socket.on('close', () => bus.off('text', tell));
});
