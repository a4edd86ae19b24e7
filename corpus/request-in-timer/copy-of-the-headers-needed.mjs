import { createServer } from 'node:http';

createServer((request, response) => {
  const seen = { host: request.headers.host, method: request.method };
  setTimeout(() => console.log(seen.method, seen.host), 30_000);
  response.end();
});
