const http = require('http');
const hits = new Map();

http.createServer((request, response) => {
  hits.set(request.url, request.headers);
  response.end();
});

setInterval(() => hits.clear(), 60_000);
