const http = require('http');
const batch = [];

function flush() {
  const sent = batch.splice(0, batch.length);
  console.log(sent.length);
}

http.createServer((request, response) => {
  batch.push(request.url);
  if (batch.length >= 10) flush();
  response.end();
});
