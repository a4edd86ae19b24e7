const http = require('http');
let latest = [];

http.createServer((request, response) => {
  latest = [request.url, request.headers]; // leak: global-request-state
  response.end(latest[0]);
});
