const http = require('http');

http.createServer((request, response) => {
  const startedAt = Date.now();
  setTimeout(() => console.log(Date.now() - startedAt), 10_000);
  response.end();
});
