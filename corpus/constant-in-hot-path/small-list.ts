import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(['GET', 'HEAD'].includes(request.method ?? '') ? 'read' : 'write');
}).listen(3000);
