const http = require('http');
let isClosed = false;

http.createServer((request, response) => {
  if (request.url === '/close') isClosed = true;
  response.statusCode = isClosed ? 503 : 200;
  response.end();
});
