import { createServer } from 'node:http';
import { sessions } from './store.mjs';

createServer((request, response) => {
  sessions.set(request.headers.cookie, request.headers); // leak: unbounded-cache "`sessions`"
  response.end();
});
