const http = require('http');

function makeHandler() {
  return (request, response) => {
    let last = null;
    last = request;
    response.end(last.url);
  };
}

http.createServer(makeHandler());
