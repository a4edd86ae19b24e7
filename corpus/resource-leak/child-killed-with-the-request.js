const http = require('http');
const { spawn } = require('child_process');

http.createServer((request, response) => {
  const child = spawn('cat');
  child.stdout.on('data', (bytes) => response.end(bytes));
  child.stdin.write('hello');
  response.on('close', () => child.kill());
});
