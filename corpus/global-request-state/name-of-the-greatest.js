const http = require('http');
let longest = '';

http.createServer((request, response) => {
  if (request.url.length >= longest.length) longest = request.url; // leak: global-request-state
  response.end(longest);
});
