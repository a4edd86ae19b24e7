const http = require('http');
const { Worker } = require('worker_threads');

http.createServer((request, response) => {
  const worker = new Worker('./render.js');
  worker.once('message', (html) => {
    response.end(html);
    worker.terminate();
  });
});
