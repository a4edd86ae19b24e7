import { createServer } from 'node:http';

createServer((request, response) => {
  const slow = setInterval(() => response.write('slow'), 5000);
  setInterval(() => response.write('.'), 1000); // leak: timer-leak
  response.on('close', () => clearInterval(slow));
});
