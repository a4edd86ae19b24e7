const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => {
    const request = { url: '/' };
    console.log(request.url);
  }, 10_000);
  response.end();
});
