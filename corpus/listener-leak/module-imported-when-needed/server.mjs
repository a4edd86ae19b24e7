// Is a function followed that comes out of `await import(…)`?
import { createServer } from 'node:http';

createServer(async (request, response) => {
  const { watch } = await import('./watch.mjs');
  watch(response);
  response.end();
}).listen(8080);
