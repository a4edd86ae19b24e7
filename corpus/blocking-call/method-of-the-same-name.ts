import { createServer } from 'node:http';

class MemoryFiles {
  private readonly files = new Map<string, string>([['/', 'welcome']]);
  readFileSync(path: string): string {
    return this.files.get(path) ?? '';
  }
}

const files = new MemoryFiles();
createServer((request, response) => {
  response.end(files.readFileSync(request.url ?? '/'));
}).listen(3000);
