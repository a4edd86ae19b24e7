import { createServer } from 'node:http';

class Journal {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line); // leak: unbounded-cache
  }
}

const journal = new Journal();

createServer((request, response) => {
  journal.add(String(request.url));
  response.end();
});
