import { createServer } from 'node:http';

createServer((request, response) => {
  const isPost = request.method === 'POST';
  setTimeout(() => {
    if (isPost) console.log('a post, a minute ago');
  }, 60_000);
  response.end();
});
