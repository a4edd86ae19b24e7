import { createServer } from 'node:http';
import { sessions } from './store.mjs';

createServer((request, response) => {
  sessions.set(request.headers.cookie, { expires: Date.now() + 1000 });
  response.end();
});
