import { execSync } from 'node:child_process';
import { createServer } from 'node:http';

createServer((request, response) => {
  const revision: string = execSync('git rev-parse HEAD', { encoding: 'utf8' }); // leak: blocking-call "waits for another program to end"
  response.end(revision);
}).listen(3000);
