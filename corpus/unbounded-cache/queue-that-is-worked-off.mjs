import { createServer } from 'node:http';

const jobs = [];

createServer((request, response) => {
  jobs.push(request.url);
  response.end();
});

setInterval(() => {
  while (jobs.length > 0) console.log(jobs.shift());
}, 1000);
