const http = require('http');
const server = http.createServer();

exports.serve = (signal) => {
  server.on('request', (request, response) => response.end(), { signal }); // leak: ignored-signal
};
