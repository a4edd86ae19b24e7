const deasync = require('deasync');
const { createServer } = require('http');
const lookUp = deasync(require('dns').lookup);

createServer((req, res) => {
  res.end(lookUp(req.headers.host)); // leak: blocking-call
}).listen(3000);
