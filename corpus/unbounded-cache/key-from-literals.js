const http = require('http');
const counts = {};

http.createServer((request, response) => {
  counts['requests'] = (counts['requests'] || 0) + 1;
  response.end();
});
