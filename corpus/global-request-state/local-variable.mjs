import { createServer } from 'node:http';

createServer((request, response) => {
  let current = request;
  current = { url: request.url };
  response.end(current.url);
});
