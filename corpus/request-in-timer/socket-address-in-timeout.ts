import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => console.log(request.socket.remoteAddress), 45_000); // leak: request-in-timer
  response.end();
});
