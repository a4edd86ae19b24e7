const http = require('http');
let isRunning = false;

http.createServer((request, response) => {
  if (!isRunning) {
    isRunning = true;
    setInterval(() => console.log('alive'), 1000);
  }
  response.end();
});
