const http = require('http');
const table = require('./workers');
require('./reaper');

http.createServer((request, response) => {
  const id = request.headers['x-worker'];
  table.workers[id].messages.push(request.url);
  response.end();
});
