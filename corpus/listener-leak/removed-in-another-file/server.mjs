import { createServer } from 'node:http';
import { bus, forget } from './bus.mjs';

createServer((request, response) => {
  const stop = () => response.destroy();
  bus.on('shutdown', stop);
  response.on('close', () => forget(stop));
});
