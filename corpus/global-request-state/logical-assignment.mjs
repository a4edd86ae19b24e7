// It is kept once, and then for ever: every later request is served with the first one's headers.
import { createServer } from 'node:http';

let first;

createServer((request, response) => {
  first ??= request.headers; // leak: global-request-state
  response.end(first.host);
});
