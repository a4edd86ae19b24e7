const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(request.url), 60 * 1000); // leak: request-in-timer
  response.end();
});
