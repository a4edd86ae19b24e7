const http = require('http');

http.createServer((request, response) => {
  process.nextTick(() => console.log(request.url));
  queueMicrotask(() => console.log(request.method));
  response.end();
});
