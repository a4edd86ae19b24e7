import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

createServer(async (request, response) => {
  const text = await readFile('./catalogue.json', 'utf8');
  const catalogue = JSON.parse(text); // leak: blocking-call "parses the whole file"
  response.end(String(catalogue.items.length));
}).listen(3000);
