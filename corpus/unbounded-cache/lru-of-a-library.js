const http = require('http');
const { LRUCache } = require('lru-cache');
const pages = new LRUCache({ max: 500 });

http.createServer((request, response) => {
  pages.set(request.url, request.headers);
  response.end();
});
