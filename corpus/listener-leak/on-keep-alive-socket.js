// Under keep-alive one socket serves many requests, and collects a listener for each of them.
const http = require('http');
const agent = new http.Agent({ keepAlive: true });

exports.download = function download(url) {
  const request = http.get(url, { agent });
  request.on('socket', (socket) => {
    socket.on('timeout', () => request.destroy()); // leak: listener-leak
  });
  return request;
};
