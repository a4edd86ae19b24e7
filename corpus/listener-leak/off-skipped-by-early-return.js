const http = require('http');

http.createServer((request, response) => {
  const stop = () => response.destroy();
  process.on('SIGTERM', stop); // leak: listener-leak
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.end('body');
  process.off('SIGTERM', stop);
});
