const http = require('http');

function auditLater(request) {
  setTimeout(() => console.log('audit', request.url), 30_000); // leak: request-in-timer
}

http.createServer((request, response) => {
  auditLater(request);
  response.end();
});
