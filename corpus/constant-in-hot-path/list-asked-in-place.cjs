const http = require('http');

function isPicture(name) {
  return ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg', '.bmp'].some((end) => name.endsWith(end)); // leak: constant-in-hot-path "a list of 8 entries"
}

http.createServer((req, res) => res.end(isPicture(req.url) ? 'picture' : 'other')).listen(3000);
