const http = require('http');
let current = null;

http.createServer((request, response) => {
  current = request;
  try {
    response.end(current.url);
  } finally {
    current = null;
  }
});
