const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  fs.watchFile('data', () => response.write('changed\n')); // leak: resource-leak
});
