import { createServer } from 'node:http';

createServer((incoming, outgoing) => {
  setInterval(() => console.log(incoming.headers.host), 500); // leak: request-in-timer "keeps `incoming` alive after the request is over"
  outgoing.end();
});
