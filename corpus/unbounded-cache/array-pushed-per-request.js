const http = require('http');
const seen = [];

http.createServer((request, response) => {
  seen.push(request.headers); // leak: unbounded-cache
  response.end();
});
