// Who comes by POST is never forgotten: his timer is stopped and not started again.
const http = require('http');
const sessions = new Map();
const timers = new Map();

http.createServer((request, response) => {
  const id = request.headers.cookie;
  sessions.set(id, request.headers); // leak: unbounded-cache "not always trimmed"
  clearTimeout(timers.get(id));
  if (request.method === 'GET')
    timers.set(id, setTimeout(() => { // leak: unbounded-cache
      sessions.delete(id);
      timers.delete(id);
    }, 60_000));
  response.end();
});
