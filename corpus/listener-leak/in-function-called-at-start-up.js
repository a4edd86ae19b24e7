const http = require('http');

function installSignals(server) {
  process.on('SIGTERM', () => server.close());
  process.on('SIGINT', () => server.close());
}

const server = http.createServer((request, response) => response.end());
installSignals(server);
server.listen(8080);
