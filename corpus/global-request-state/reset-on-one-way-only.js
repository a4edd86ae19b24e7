const http = require('http');
let current = null;

http.createServer((request, response) => {
  current = request; // leak: global-request-state
  if (request.method === 'GET') {
    response.end(current.url);
    current = null;
    return;
  }
  response.end();
});
