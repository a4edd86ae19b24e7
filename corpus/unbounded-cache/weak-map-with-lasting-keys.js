// The key is a module's object, so the entry is as lasting as in a Map; its list grows.
const http = require('http');
const logs = new WeakMap();
const owner = {};
logs.set(owner, []);

http.createServer((request, response) => {
  logs.get(owner).push(request.url); // leak: unbounded-cache (missed)
  response.end();
});
