import { createServer, IncomingMessage } from 'node:http';

let current: IncomingMessage | undefined;

createServer((request, response) => {
  current = request; // leak: global-request-state "`current`"
  response.end(current.url);
});
