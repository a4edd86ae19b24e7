const restify = require('restify');
const bus = new (require('events'))();

const server = restify.createServer();
server.get('/news', (req, res, next) => {
  const tell = (text) => res.write(text);
  bus.on('news', tell);
  res.on('close', () => bus.off('news', tell));
  next();
});
server.on('after', (req, res) => console.log(req.path(), res.statusCode));
bus.on('reload', () => server.close());
