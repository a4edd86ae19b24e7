import { createServer } from 'node:http';

const open = new Map<string, number>();

createServer((request, response) => {
  const id = request.headers['x-request-id'] as string;
  open.set(id, Date.now()); // leak: unbounded-cache "not always trimmed"
  if (request.method !== 'GET') {
    response.end();
    return;
  }
  open.delete(id);
  response.end('ok');
});
