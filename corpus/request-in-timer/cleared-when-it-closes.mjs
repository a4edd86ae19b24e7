import { createServer } from 'node:http';

createServer((request, response) => {
  const timer = setTimeout(() => console.log('slow', request.url), 30_000);
  response.on('close', () => clearTimeout(timer));
  response.end();
});
