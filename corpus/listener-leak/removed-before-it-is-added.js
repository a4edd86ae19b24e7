const http = require('http');

function reload() {
  console.log('reload');
}

http.createServer((request, response) => {
  process.off('SIGHUP', reload);
  process.on('SIGHUP', reload);
  response.end();
});
