const http = require('http');
const recent = new Map();

http.createServer((request, response) => {
  const key = request.url;
  recent.set(key, Date.now());
  setTimeout(() => recent.delete(key), 5000);
  response.end();
});
