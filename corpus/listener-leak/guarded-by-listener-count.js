const http = require('http');

http.createServer((request, response) => {
  if (process.listenerCount('SIGHUP') === 0) {
    process.on('SIGHUP', () => console.log('reload'));
  }
  response.end();
});
