// Another request runs during the await, and sees the first one's data.
const http = require('http');
let current = null;

http.createServer(async (request, response) => {
  current = request; // leak: global-request-state "to others that run meanwhile"
  try {
    await fetch('http://localhost/answer');
    response.end(current.url);
  } finally {
    current = null;
  }
});
