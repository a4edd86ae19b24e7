// The timer keeps the promise, and the promise what waits for it.
const http = require('http');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function log(request) {
  console.log(request.url);
}

http.createServer((request, response) => {
  pause(60_000).then(() => log(request)); // leak: request-in-timer
  const { url } = request;
  pause(60_000).then(() => console.log(url));
  pause(10).then(() => log(request));
  pause(60_000).then(() => response.end(request.url));
  pause(60_000) // leak: request-in-timer
    .catch(console.error)
    .finally(() => console.log(request.headers.host));
});
