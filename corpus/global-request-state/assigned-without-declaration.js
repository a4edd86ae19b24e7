const http = require('http');

http.createServer((request, response) => {
  currentRequest = request; // leak: global-request-state (missed)
  response.end();
});
