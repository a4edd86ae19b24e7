import { createServer } from 'node:http';

createServer((request, response) => {
  const timer = setInterval(() => response.write('.'), 1000); // leak: timer-leak "for every request"
  console.log(timer.hasRef());
});
