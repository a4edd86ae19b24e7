const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(request.url));
  setImmediate(() => console.log(request.url));
  response.end();
});
