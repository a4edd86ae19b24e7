import { createServer } from 'node:net';

createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 1000); // leak: timer-leak (false alarm)
  socket.on('close', () => timer[Symbol.dispose]());
});
