// Each visit puts the end off, and the last one is followed by it.
const http = require('http');
const sessions = new Map();
const timers = new Map();

function renew(id) {
  if (timers.has(id)) clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => end(id), 60_000));
}
function end(id) {
  sessions.delete(id);
  timers.delete(id);
}

http.createServer((request, response) => {
  const id = request.headers.cookie;
  sessions.set(id, request.headers);
  renew(id);
  response.end();
});
