const http = require('http');
const last = [];
let at = 0;

http.createServer((request, response) => {
  last[at++ % 100] = request.url;
  response.end();
});
