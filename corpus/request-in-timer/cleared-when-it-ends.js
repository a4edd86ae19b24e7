const http = require('http');

http.createServer((request, response) => {
  const timer = setTimeout(() => console.warn('slow:', request.url), 10_000);
  response.on('finish', () => clearTimeout(timer));
});
