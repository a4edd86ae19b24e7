const http = require('http');
const hosts = {};

http.createServer((request, response) => {
  if (Object.keys(hosts).length < 100) hosts[request.headers.host] = true;
  response.end();
});
