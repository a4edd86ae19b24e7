import { statSync } from 'node:fs';
import { createServer } from 'node:http';

class Files {
  constructor(private readonly folder: string) {}
  sizeOf(name: string): number {
    return statSync(`${this.folder}/${name}`).size; // leak: blocking-call
  }
}

const files = new Files('./public');
createServer((request, response) => {
  response.end(String(files.sizeOf(request.url ?? '/')));
}).listen(3000);
