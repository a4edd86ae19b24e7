const http = require('http');
const delay = 15000;

http.createServer((request, response) => {
  setTimeout(() => console.log(request.url), delay); // leak: request-in-timer
  response.end();
});
