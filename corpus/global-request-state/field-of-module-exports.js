const http = require('http');

exports.current = null;

http.createServer((request, response) => {
  exports.current = request; // leak: global-request-state
  response.end();
});
