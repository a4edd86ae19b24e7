const http = require('http');
const busy = {};

http.createServer((request, response) => {
  busy[request.url] = true; // leak: unbounded-cache (missed)
  response.on('close', () => {
    delete busy[request.url];
    busy[request.url] = false; // leak: unbounded-cache
  });
});
