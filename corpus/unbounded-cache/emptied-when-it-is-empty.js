import { createServer } from 'node:http';

let waiting = [];
let recent = [];

createServer((request, response) => {
  waiting.push(request.url); // leak: unbounded-cache
  recent.push(request.url);
  response.on('close', () => {
    if (!waiting.length) waiting = [];
    if (recent.length > 100) recent = [];
  });
  response.end();
});
