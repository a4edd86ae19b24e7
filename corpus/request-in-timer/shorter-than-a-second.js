const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log(request.url), 50);
  response.end();
});
