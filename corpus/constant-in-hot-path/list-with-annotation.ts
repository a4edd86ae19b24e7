import { createServer } from 'node:http';

export function isReserved(name: string): boolean {
  const reserved: string[] = ['admin', 'api', 'app', 'cdn', 'ftp', 'mail', 'root', 'www']; // leak: constant-in-hot-path
  return reserved.includes(name);
}

createServer((request, response) => {
  response.statusCode = isReserved(request.headers.host ?? '') ? 403 : 200;
  response.end();
}).listen(3000);
