const http = require('http');
const net = require('net');
const fs = require('fs');

const cache = net.connect(6379, 'cache');
const log = fs.createWriteStream('access.log');

http.createServer((request, response) => {
  cache.write('PING\r\n');
  log.write(`${request.url}\n`);
  response.end();
});
