const http = require('http');

http.createServer((request, response) => {
  request.on('data', (chunk) => console.log(chunk.length));
  response.on('finish', () => console.log(request.url));
});
