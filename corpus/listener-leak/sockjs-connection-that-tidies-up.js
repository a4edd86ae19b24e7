const sockjs = require('sockjs');
const bus = new (require('events'))();

const server = sockjs.createServer();
server.on('connection', (connection) => {
  const pass = (text) => connection.write(text);
  bus.on('news', pass);
  connection.on('data', (text) => bus.emit('said', text));
  connection.on('close', () => bus.off('news', pass));
});
bus.on('said', (text) => console.log(text));
