import { createServer } from 'node:http';

function greet(cookie) {
  return String(cookie).slice(0, 4);
}

createServer((request, response) => {
  response.end(greet(request.headers.cookie));
});
