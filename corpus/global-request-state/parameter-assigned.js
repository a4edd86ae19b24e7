const http = require('http');

function clean(request) {
  request = { url: request.url };
  return request;
}

http.createServer((request, response) => response.end(clean(request).url));
