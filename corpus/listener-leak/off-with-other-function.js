const http = require('http');

http.createServer((request, response) => {
  const onFinished = () => response.end();
  const onClose = () => response.destroy();
  process.on('SIGHUP', onFinished); // leak: listener-leak
  response.on('close', () => process.off('SIGHUP', onClose));
});
