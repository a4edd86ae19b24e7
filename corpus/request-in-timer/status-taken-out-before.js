const http = require('http');

http.createServer((request, response) => {
  response.end();
  const status = response.statusCode;
  setTimeout(() => console.log(status), 20_000);
});
