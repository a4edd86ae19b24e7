const http = require('http');
const { spawn } = require('child_process');

http.createServer((request, response) => {
  const child = spawn('cat'); // leak: resource-leak (missed)
  child.stdout.on('data', (bytes) => response.end(bytes));
  child.stdin.write('hello');
});
