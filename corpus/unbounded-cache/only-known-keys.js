const http = require('http');
const counts = { GET: 0, POST: 0 };

http.createServer((request, response) => {
  if (request.method in counts) counts[request.method] += 1;
  response.end();
});
