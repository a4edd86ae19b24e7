// Whoever still has to answer needs the request as well.
const { createServer } = require('http');

createServer((req, res) => {
  setTimeout(() => res.end(req.url), 5000);
  setTimeout(() => req.socket.destroy(), 60000);
  setTimeout(() => console.log(req.url, res.statusCode), 5000); // leak: request-in-timer
}).listen(8080);
