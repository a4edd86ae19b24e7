const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  const log = fs.createWriteStream('access.log', { flags: 'a' }); // leak: resource-leak
  log.write(`${request.method}\n`);
  response.end();
});
