import { createServer } from 'node:http';

const failures = [];

createServer(async (request, response) => {
  try {
    await fetch('http://pages/');
    throw new Error(request.url);
  } catch (failure) {
    failures.push(failure); // leak: unbounded-cache
    response.end('failed');
  }
});
