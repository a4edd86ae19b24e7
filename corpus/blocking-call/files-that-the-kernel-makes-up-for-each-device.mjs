import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(readFileSync('/sys/class/net/' + request.url.slice(1) + '/speed'));
}).listen(3000);
