const http = require('http');
let lastStatus = 0;

http.createServer((request, response) => {
  response.on('finish', () => {
    lastStatus = response.statusCode;
  });
  response.end(String(lastStatus));
});
