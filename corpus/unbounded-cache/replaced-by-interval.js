const http = require('http');
let batch = [];

http.createServer((request, response) => {
  batch.push(request.url);
  response.end();
});

setInterval(() => {
  const sent = batch;
  batch = [];
  console.log(sent.length);
}, 1000);
