import { createServer } from 'node:http';

createServer(async (request, response) => {
  await new Promise((resolve) => {
    setInterval(() => resolve(request.url), 1000); // leak: timer-leak
    setTimeout(resolve, 1);
  });
  response.end();
});
