const restify = require('restify');
const bus = new (require('events'))();
const server = restify.createServer();

server.use((req, res, next) => {
  bus.on('stop', () => res.end()); // leak: listener-leak "for every request"
  next();
});
server.get('/a', (req, res, next) => {
  const stop = () => res.end();
  bus.on('stop', stop);
  res.on('close', () => bus.removeListener('stop', stop));
  next();
});
server.on('after', (req) => {
  bus.on('late', () => req.id()); // leak: listener-leak
});
bus.on('reload', () => server.close());
