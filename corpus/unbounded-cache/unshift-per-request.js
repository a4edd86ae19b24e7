const http = require('http');
const history = [];

http.createServer((request, response) => {
  history.unshift(request.url); // leak: unbounded-cache
  response.end();
});
