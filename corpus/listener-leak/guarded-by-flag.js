const http = require('http');
let isWatching = false;

http.createServer((request, response) => {
  if (!isWatching) {
    isWatching = true;
    process.on('SIGHUP', () => console.log('reload'));
  }
  response.end();
});
