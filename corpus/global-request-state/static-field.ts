import { createServer, IncomingMessage } from 'node:http';

class Session {
  static request: IncomingMessage;
}

createServer((request, response) => {
  Session.request = request; // leak: global-request-state "`Session.request`"
  response.end();
});
