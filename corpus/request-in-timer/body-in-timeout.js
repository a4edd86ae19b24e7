const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(request.complete, response.writableEnded), 25_000); // leak: request-in-timer
  request.resume();
  response.end();
});
