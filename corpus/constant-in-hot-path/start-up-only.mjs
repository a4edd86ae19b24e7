import { createServer } from 'node:http';

function portOf(name) {
  const ports = { a: 3001, b: 3002, c: 3003, d: 3004, e: 3005, f: 3006, g: 3007, h: 3008 };
  return ports[name];
}

createServer((request, response) => response.end('ok')).listen(portOf(process.argv[2]));
