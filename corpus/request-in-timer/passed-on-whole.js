const http = require('http');

function audit(request) {
  console.log(request.url);
}

http.createServer((request, response) => {
  setTimeout(() => audit(request), 60_000); // leak: request-in-timer
  response.end();
});
