// The taker gets the socket on success; does the socket stay open when it hears of a failure instead?
const net = require('net');

function connect(options, callback) {
  const socket = net.createConnection(options); // leak: resource-leak "stays open when the callback hears of a failure"
  socket.setNoDelay(true);
  socket.once('connect', () => {
    if (options.expected && socket.remoteAddress !== options.expected) {
      return callback(new Error('connected to somebody else'));
    }
    callback(null, socket);
  });
}

module.exports = connect;
