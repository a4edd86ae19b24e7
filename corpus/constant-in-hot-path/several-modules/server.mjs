import { createServer } from 'node:http';
import { describe } from './describe.mjs';

createServer((request, response) => {
  response.end(describe(request.method)); // because: constant-in-hot-path
}).listen(3000);
