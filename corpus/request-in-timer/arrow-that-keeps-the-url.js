const http = require('http');

http.createServer((request, response) => {
  const { url } = request;
  const report = () => console.log(url);
  setTimeout(report, 40_000);
  response.end();
});
