import { createServer } from 'node:http';

let page = 0;

createServer((request, response) => {
  page = Number(new URL(request.url ?? '/', 'http://here').searchParams.get('page'));
  response.end(String(page));
});
