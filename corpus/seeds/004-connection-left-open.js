const http = require('http');
const net = require('net');

http.createServer((request, response) => {
  const database = net.connect(5432, 'database'); // leak: resource-leak "never closed"
  database.once('data', (bytes) => response.end(bytes));
}).listen(8080);
