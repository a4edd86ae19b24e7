import { createServer } from 'node:http';

let served = 0;
const started = Date.now();

createServer((request, response) => {
  served += 1;
  response.end(String(served / (Date.now() - started)));
});
