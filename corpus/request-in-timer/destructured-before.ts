import { createServer } from 'node:http';

createServer((request, response) => {
  const { url, method } = request;
  setTimeout(() => console.log(method, url), 10_000);
  response.end();
});
