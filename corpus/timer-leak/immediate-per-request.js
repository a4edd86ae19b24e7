const http = require('http');

http.createServer((request, response) => {
  setImmediate(() => console.log(request.url));
  response.end();
});
