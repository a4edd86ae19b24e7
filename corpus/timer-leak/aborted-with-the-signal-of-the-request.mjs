import { createServer } from 'node:http';

createServer((request, response) => {
  const gone = new AbortController();
  const timer = setInterval(() => response.write('.'), 1000);
  gone.signal.addEventListener('abort', () => clearInterval(timer));
  response.on('close', () => gone.abort());
});
