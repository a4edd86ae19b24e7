import { createServer } from 'node:net';
import { setInterval as every } from 'node:timers';

createServer((socket) => {
  every(() => socket.write('ping'), 1000); // leak: timer-leak
});
