import { createServer } from 'node:http';

const pages = new Map();

createServer((request, response) => {
  pages.set(request.url, `<h1>${request.url}</h1>`);
  if (pages.size > 1000) pages.delete(pages.keys().next().value);
  response.end(pages.get(request.url));
});
