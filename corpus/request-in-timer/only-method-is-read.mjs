import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => { // leak: request-in-timer
    if (request.method === 'POST') console.log('a post, a minute ago');
  }, 60_000);
  response.end();
});
