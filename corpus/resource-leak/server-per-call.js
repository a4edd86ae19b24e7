const net = require('net');

exports.reserve = function reserve() {
  const server = net.createServer(); // leak: resource-leak (missed)
  server.listen(0);
};
