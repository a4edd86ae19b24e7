import { createServer } from 'node:http';

createServer((request, response) => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'all'];
  days.sort((a, b) => a.localeCompare(b, request.headers['accept-language']));
  response.end(days.join());
}).listen(3000);
