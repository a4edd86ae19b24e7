const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(response.statusCode), 20_000); // leak: request-in-timer
  response.end();
});
