const http = require('http');
const { spawn } = require('child_process');

http.createServer((request, response) => {
  const child = spawn('uptime');
  child.on('exit', (code) => response.end(String(code)));
});
