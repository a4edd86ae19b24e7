import { createServer } from 'node:http';

const visits = new Map<string, Date[]>();

createServer((request, response) => {
  const visitor = request.headers['x-visitor'] as string;
  visits.set(visitor, [new Date()]); // leak: unbounded-cache "`visits`"
  response.end();
});
