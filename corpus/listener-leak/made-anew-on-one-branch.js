const { fork } = require('child_process');
const http = require('http');
let child = fork('script.js');

http.createServer((request, response) => {
  if (request.url === '/again') child = fork('script.js');
  child.on('message', () => response.end()); // leak: listener-leak
});
