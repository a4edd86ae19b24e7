import { createServer } from 'node:http';

const jobs = [];

createServer((request, response) => {
  jobs.push(request.url); // leak: unbounded-cache
  response.end();
});

setInterval(() => {
  for (const job of jobs) console.log(job);
}, 1000);
