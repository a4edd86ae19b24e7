import { createServer } from 'node:http';

let cookie = '';

createServer((request, response) => {
  cookie = request.headers.cookie; // leak: global-request-state
  response.end(String(cookie).slice(0, 4));
});
