const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  const watcher = fs.watch('data');
  watcher.on('change', () => response.write('changed\n'));
  response.on('close', () => watcher.close());
});
