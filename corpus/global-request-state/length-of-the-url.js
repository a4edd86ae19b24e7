// A number read off the request holds nothing of it.
const http = require('http');
let latest = 0;

http.createServer((request, response) => {
  latest = request.url.length;
  response.end(String(latest));
});
