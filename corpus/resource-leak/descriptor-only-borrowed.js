// What reads from a descriptor, or asks about it, does not close it.
const fs = require('fs');
const http = require('http');

http.createServer((request, response) => {
  const descriptor = fs.openSync('answer.txt', 'r'); // leak: resource-leak "never closed"
  const { size } = fs.fstatSync(descriptor);
  const bytes = Buffer.alloc(size);
  fs.readSync(descriptor, bytes, 0, size, 0);
  console.log('read', descriptor);
  response.end(bytes);
});

http.createServer((request, response) => {
  fs.open('answer.txt', 'r', (failure, descriptor) => { // leak: resource-leak "never closed"
    fs.fstat(descriptor, (problem, { size }) => {
      fs.read(descriptor, Buffer.alloc(size), 0, size, 0, (trouble, count, bytes) => response.end(bytes));
    });
  });
});
