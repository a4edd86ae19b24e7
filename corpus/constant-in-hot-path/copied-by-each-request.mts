import { createServer } from 'node:http';

createServer((request, response) => {
  const steps = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const next = (): string | undefined => steps.shift();
  response.end(`${next()}${next()}`);
}).listen(3000);
