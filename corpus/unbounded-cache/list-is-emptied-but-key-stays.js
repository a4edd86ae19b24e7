// Each topic's list becomes empty again, but the topic itself is never forgotten.
const http = require('http');
const waiting = new Map();

http.createServer((request, response) => {
  if (!waiting.has(request.url)) waiting.set(request.url, []); // leak: unbounded-cache
  const list = waiting.get(request.url);
  list.push(response);
  response.on('close', () => list.splice(list.indexOf(response), 1));
});
