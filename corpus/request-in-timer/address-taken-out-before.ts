import { createServer } from 'node:http';

createServer((request, response) => {
  const { remoteAddress } = request.socket;
  setTimeout(() => console.log(remoteAddress), 45_000);
  response.end();
});
