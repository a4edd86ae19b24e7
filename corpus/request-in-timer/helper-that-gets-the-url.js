const http = require('http');

function auditLater(url) {
  setTimeout(() => console.log('audit', url), 30_000);
}

http.createServer((request, response) => {
  auditLater(request.url);
  response.end();
});
