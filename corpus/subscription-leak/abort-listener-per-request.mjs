import { addAbortListener } from 'node:events';
import { createServer } from 'node:http';

const stopping = new AbortController();

createServer((request, response) => {
  addAbortListener(stopping.signal, () => response.destroy()); // leak: subscription-leak
  response.end();
});
