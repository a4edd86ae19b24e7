// The upload may fail or be aborted, and then 'finish' never comes.
const http = require('http');
const fs = require('fs');

http.createServer((request, response) => {
  const upload = request.pipe(fs.createWriteStream('upload.bin'));
  const stop = () => response.destroy();
  process.on('SIGTERM', stop); // leak: listener-leak
  upload.on('finish', () => process.off('SIGTERM', stop));
});
