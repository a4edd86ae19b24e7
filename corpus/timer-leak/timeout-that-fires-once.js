const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => console.log('a second later'), 1000);
  response.end();
});
