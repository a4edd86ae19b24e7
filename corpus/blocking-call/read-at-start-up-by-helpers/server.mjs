import { createServer } from 'node:http';
import { settings } from './settings.mjs';

async function main() {
  const { port, name } = settings();
  createServer((request, response) => response.end(name)).listen(port);
}

await main();
