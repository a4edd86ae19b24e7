import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

let key: Buffer | undefined;
const privateKey = (): Buffer => (key ??= readFileSync('./key.pem'));

createServer((request, response) => {
  response.end(String(privateKey().length));
}).listen(3000);
