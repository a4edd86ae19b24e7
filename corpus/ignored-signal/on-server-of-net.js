const net = require('net');
const server = net.createServer();

exports.watch = (view, signal) => {
  server.on('connection', () => view.update(), { signal }); // leak: ignored-signal
};
