const http = require('http');
const pages = new Map();

function evict(map, limit) {
  for (const key of map.keys()) {
    if (map.size <= limit) break;
    map.delete(key);
  }
}

http.createServer((request, response) => {
  pages.set(request.url, request.headers);
  evict(pages, 100);
  response.end();
});
