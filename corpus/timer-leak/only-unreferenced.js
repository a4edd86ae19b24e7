// unref() lets the process end; the interval itself goes on.
const http = require('http');

http.createServer((request, response) => {
  setInterval(() => console.log(request.url), 1000).unref(); // leak: timer-leak
  response.end();
});
