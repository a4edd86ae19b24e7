import { createServer } from 'node:net';
import { setInterval as ticks } from 'node:timers/promises';

createServer(async (socket) => {
  for await (const _ of ticks(1000)) {
    if (socket.destroyed) break;
    socket.write('ping');
  }
});
