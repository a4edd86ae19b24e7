const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  fs.open('answer.txt', 'r', (failure, descriptor) => {
    fs.fstat(descriptor, (problem, { size }) => {
      fs.read(descriptor, Buffer.alloc(size), 0, size, 0, (trouble, count, bytes) => {
        fs.close(descriptor, () => response.end(bytes));
      });
    });
  });
});
