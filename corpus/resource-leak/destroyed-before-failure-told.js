// The same, destroyed before the failure is told; or by the function that tells of it.
const net = require('net');

function connect(options, callback) {
  const socket = net.createConnection(options);
  socket.once('connect', () => {
    if (options.expected && socket.remoteAddress !== options.expected) {
      socket.destroy();
      return callback(new Error('connected to somebody else'));
    }
    callback(null, socket);
  });
}

function connectWithCare(options, done) {
  const socket = net.createConnection(options);
  const callback = (error, result) => {
    if (error) socket.destroy();
    done(error, result);
  };
  socket.once('connect', () => {
    if (!socket.remoteAddress) return callback(new Error('gone already'));
    callback(null, socket);
  });
}

module.exports = { connect, connectWithCare };
