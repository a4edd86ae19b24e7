const http = require('http');
const pending = {};
let count = 0;

http.createServer((request, response) => {
  const ticket = ++count;
  pending[ticket] = response; // leak: unbounded-cache
  response.end();
});
