import { createServer } from 'node:http';

const failures = [];

createServer(async (request, response) => {
  try {
    await fetch('http://pages/');
    throw new Error(request.url);
  } catch (failure) {
    failures.push(failure);
    if (failures.length > 20) failures.shift();
    response.end('failed');
  }
});
