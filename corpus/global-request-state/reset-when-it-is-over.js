const http = require('http');
let current = null;

http.createServer((request, response) => {
  current = request; // leak: global-request-state (false alarm)
  try {
    response.end(current.url);
  } finally {
    current = null;
  }
});
