const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(request.url), Number(process.env.DELAY)); // leak: request-in-timer
  response.end();
});
