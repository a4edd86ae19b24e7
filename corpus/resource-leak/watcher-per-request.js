const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  const watcher = fs.watch('data'); // leak: resource-leak "a file watcher"
  watcher.on('change', () => response.write('changed\n'));
});
