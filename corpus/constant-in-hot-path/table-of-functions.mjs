import { createServer } from 'node:http';

const limit = 1000;
function clamp(value) {
  return Math.min(value, limit);
}

createServer((request, response) => {
  const { operation, left, right } = JSON.parse(request.headers.question);
  const operations = { // leak: constant-in-hot-path "`operations`, a table of 8 entries"
    add: (a, b) => clamp(a + b),
    subtract: (a, b) => a - b,
    multiply: (a, b) => clamp(a * b),
    divide: (a, b) => a / b,
    largest: (a, b) => Math.max(a, b),
    smallest: (a, b) => Math.min(a, b),
    power: (a, b) => clamp(a ** b),
    clamp,
  };
  response.end(String(operations[operation](left, right)));
}).listen(3000);
