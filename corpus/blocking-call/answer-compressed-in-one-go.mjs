import { createServer } from 'node:http';
import { gzipSync as pack } from 'node:zlib';
import { render } from './render.mjs';

createServer((request, response) => {
  response.setHeader('content-encoding', 'gzip');
  response.end(pack(render(request.url))); // leak: blocking-call
}).listen(8080);
