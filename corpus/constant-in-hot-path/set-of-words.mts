import { createServer } from 'node:http';

createServer((request, response) => {
  const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'REPORT', 'SEARCH', 'COPY']); // leak: constant-in-hot-path "`safe`, a Set of 8 entries"
  response.end(safe.has(request.method ?? '') ? 'safe' : 'unsafe');
}).listen(3000);
