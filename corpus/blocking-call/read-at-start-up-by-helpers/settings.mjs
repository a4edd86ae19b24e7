import { existsSync, readFileSync } from 'node:fs';

export function settings() {
  return existsSync('./settings.json') ? read('./settings.json') : { port: 3000, name: 'none' };
}

function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
