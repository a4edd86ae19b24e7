const sockjs = require('sockjs');
const bus = new (require('events'))();

const echo = sockjs.createServer();
echo.on('connection', (connection) => {
  bus.on('news', (news) => connection.write(news)); // leak: listener-leak "for every connection"
  const tell = (text) => connection.write(text);
  bus.on('text', tell);
  connection.on('close', () => bus.removeListener('text', tell));
});
