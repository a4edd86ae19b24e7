const http = require('http');
const net = require('net');

http.createServer((request, response) => {
  const cache = net.connect(6379, 'cache');
  cache.write('PING\r\n');
  response.on('close', () => cache.destroy());
  response.end();
});
