const http = require('http');

http.createServer((request, response) => {
  const report = () => console.log(request.url);
  setTimeout(report, 40_000); // leak: request-in-timer
  response.end();
});
