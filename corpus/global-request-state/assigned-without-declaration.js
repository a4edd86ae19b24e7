const http = require('http');

http.createServer((request, response) => {
  currentRequest = request; // leak: global-request-state
  response.end();
});
