const http = require('http');
const { Worker } = require('worker_threads');

http.createServer((request, response) => {
  const worker = new Worker('./render.js'); // leak: resource-leak "a worker thread"
  worker.on('message', (html) => response.end(html));
});
