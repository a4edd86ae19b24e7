const http = require('http');

function audit(request) {
  console.log(request.url);
}

http.createServer((request, response) => {
  setTimeout(audit, 60_000, request); // leak: request-in-timer
  response.end();
});
