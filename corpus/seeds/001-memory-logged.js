const http = require('http');

const logMemory = (label) => {
  const { heapUsed } = process.memoryUsage();
  console.log(`[memory] ${label}: ${Math.round(heapUsed / 1024 / 1024)} MB`);
};

http.createServer((request, response) => {
  logMemory('start');
  response.end();
  logMemory('end');
}).listen(8080);
