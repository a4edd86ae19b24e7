const http = require('http');

http.createServer((request, response) => {
  setTimeout(() => { // leak: request-in-timer
    ['a', 'b'].forEach((name) => console.log(name, request.url));
  }, 20_000);
  response.end();
});
