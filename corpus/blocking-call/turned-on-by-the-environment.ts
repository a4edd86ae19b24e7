import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

createServer((request, response) => {
  if (process.env.TRACE_FILE) appendFileSync(process.env.TRACE_FILE, `${request.url}\n`);
  response.end('ok');
}).listen(3000);
