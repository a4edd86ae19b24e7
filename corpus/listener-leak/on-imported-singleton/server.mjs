import { createServer } from 'node:http';
import { bus } from './bus.mjs';

createServer((request, response) => {
  bus.on('shutdown', () => response.destroy()); // leak: listener-leak "`bus` keeps one more"
  response.end();
});
