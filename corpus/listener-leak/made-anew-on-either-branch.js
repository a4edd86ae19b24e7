// Whichever way is taken, the listener is added to a child that was made a moment ago.
const { fork, spawn } = require('child_process');
const http = require('http');
let child;

http.createServer((request, response) => {
  if (request.url === '/script') child = fork('script.js');
  else child = spawn('program');
  child.on('exit', () => response.end());
});
