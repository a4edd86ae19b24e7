import { readFile } from 'node:fs/promises';
import { scrypt } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

const derive = promisify(scrypt);
createServer(async (request, response) => {
  const salt = await readFile('./salt');
  const key = (await derive(String(request.headers.authorization), salt, 64)) as Buffer;
  response.end(key);
}).listen(3000);
