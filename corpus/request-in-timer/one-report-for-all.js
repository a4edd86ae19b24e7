const http = require('http');
let served = 0;

setInterval(() => console.log(served), 60_000);

http.createServer((request, response) => {
  served += 1;
  response.end();
});
