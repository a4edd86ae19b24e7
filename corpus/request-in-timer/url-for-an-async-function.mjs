import { createServer } from 'node:http';

createServer((request, response) => {
  const url = `http://audit${request.url}`;
  setTimeout(async () => {
    await fetch(url);
  }, 30_000);
  response.end();
});
