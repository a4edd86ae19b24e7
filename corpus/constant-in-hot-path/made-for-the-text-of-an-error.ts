import { createServer } from 'node:http';

function check(zone: string): void {
  if (zone !== 'ip' && zone !== 'user') {
    const formatter = new Intl.ListFormat('en', { type: 'disjunction' });
    throw new Error(`the zone must be ${formatter.format(['ip', 'user'])}`);
  }
}

createServer((request, response) => {
  check(request.url!);
  response.end();
}).listen(3000);
