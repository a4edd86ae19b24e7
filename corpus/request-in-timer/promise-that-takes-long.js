const http = require('http');
const { setTimeout: sleep } = require('timers/promises');

http.createServer((request, response) => {
  response.end();
  sleep(60_000).then(() => console.log(request.url)); // leak: request-in-timer
});
