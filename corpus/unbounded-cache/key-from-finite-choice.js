const http = require('http');
const counts = new Map();

http.createServer((request, response) => {
  const kind = request.headers.authorization ? 'known' : 'anonymous';
  counts.set(kind, (counts.get(kind) || 0) + 1); // leak: unbounded-cache (false alarm)
  response.end();
});
