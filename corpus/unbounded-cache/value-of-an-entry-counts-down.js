// The entry is there already when it is set again.
const http = require('http');
const users = new Map();

http.createServer((request, response) => {
  const key = request.url;
  const count = users.get(key);
  if (count > 1) users.set(key, count - 1);
  else users.delete(key);
  response.end();
});
