const http = require('http');

http.createServer(function (request, response) {
  setTimeout(function () { // leak: request-in-timer
    console.log(request.headers.host);
  }, 12_000);
  response.end();
});
