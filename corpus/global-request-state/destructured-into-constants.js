const http = require('http');

http.createServer((request, response) => {
  const { url, headers } = request;
  response.end(url + headers.host);
});
