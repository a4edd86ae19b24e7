import { createServer } from 'node:http';
import { rows } from './rows';

const price = (cents: number): string =>
  new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100); // leak: constant-in-hot-path "`new Intl.NumberFormat(…)` with constant arguments"

createServer((request, response) => {
  for (const row of rows) response.write(price(row.cents));
  response.end();
}).listen(3000);
