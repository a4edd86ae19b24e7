const http = require('http');

http.createServer((request, response) => {
  request.startedAt = Date.now();
  response.request = request;
  response.end();
});
