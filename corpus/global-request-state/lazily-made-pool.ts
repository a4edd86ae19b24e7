import { createServer } from 'node:http';

let pool: { query(text: string): string } | undefined;

createServer((request, response) => {
  pool ??= { query: (text) => text };
  response.end(pool.query('select 1'));
});
