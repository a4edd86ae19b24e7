// A client that leaves early never lets the answer finish.
import { createServer } from 'node:http';

createServer((request, response) => {
  const timer = setInterval(() => response.write('.'), 1000); // leak: timer-leak
  response.on('finish', () => clearInterval(timer));
});
