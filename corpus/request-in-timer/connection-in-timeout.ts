import { createServer } from 'node:net';

createServer((socket) => {
  setTimeout(() => console.log('was here:', socket.remoteAddress), 60_000); // leak: request-in-timer "connection"
});
