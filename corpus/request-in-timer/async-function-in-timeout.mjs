import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(async () => { // leak: request-in-timer
    await fetch(`http://audit${request.url}`);
  }, 30_000);
  response.end();
});
