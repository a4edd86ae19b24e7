const http = require('http');
let lastBody = '';

http.createServer((request, response) => {
  request.on('data', (chunk) => {
    lastBody = chunk; // leak: global-request-state (missed)
  });
  response.end();
});
