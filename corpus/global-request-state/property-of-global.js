const http = require('http');

http.createServer((request, response) => {
  global.lastRequest = request; // leak: global-request-state "`global.lastRequest` keeps data of one request"
  response.end();
});
