const http = require('http');

http.createServer((request, response) => {
  function report() {
    console.log(request.url);
  }
  setTimeout(report, 30_000); // leak: request-in-timer
  response.end();
});
