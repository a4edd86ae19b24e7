// It ends after an hour, and keeps the request until then.
const http = require('http');

http.createServer((request, response) => {
  let left = 60;
  const timer = setInterval(() => { // leak: request-in-timer (missed)
    console.log(request.url, left);
    if (--left === 0) clearInterval(timer);
  }, 60_000);
  response.end();
});
