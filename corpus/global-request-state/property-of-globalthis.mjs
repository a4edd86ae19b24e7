import { createServer } from 'node:http';

createServer((request, response) => {
  globalThis.context = { headers: request.headers }; // leak: global-request-state
  response.end();
});
