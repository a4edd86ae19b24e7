const http = require('http');
const net = require('net');

http.createServer((request, response) => { // because: resource-leak
  const cache = net.connect(6379, 'cache'); // leak: resource-leak "a socket is opened for every request and never closed"
  cache.write('PING\r\n');
  response.end();
});
