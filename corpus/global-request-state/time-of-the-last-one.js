const http = require('http');
let lastRequestAt = 0;
let total = 0;

http.createServer((request, response) => {
  lastRequestAt = Date.now();
  total += 1;
  response.end(`${total} ${lastRequestAt}`);
});
