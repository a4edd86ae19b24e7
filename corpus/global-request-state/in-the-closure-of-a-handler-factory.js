// Each call of the factory makes its own variable; the server keeps one of them, and with it the last request.
const http = require('http');

function makeHandler() {
  let last;
  return (request, response) => {
    last = request; // leak: global-request-state
    response.end(last.url);
  };
}

http.createServer(makeHandler());
