import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const templates = new Map();

function template(name) {
  if (!templates.has(name)) templates.set(name, readFileSync(`./templates/${name}.html`, 'utf8'));
  return templates.get(name);
}

createServer((request, response) => {
  response.end(template(request.url === '/' ? 'index' : 'other'));
}).listen(3000);
