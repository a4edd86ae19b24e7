const http = require('http');

http.createServer((request, response) => {
  const parts = [];
  request.on('data', (chunk) => parts.push(chunk));
  request.on('end', () => response.end(Buffer.concat(parts)));
});
