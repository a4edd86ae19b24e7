const http = require('http');

http.createServer((request, response) => {
  process.currentRequest = request; // leak: global-request-state "`process.currentRequest` keeps"
  response.end();
});
