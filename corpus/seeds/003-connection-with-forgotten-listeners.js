const net = require('net');
const { EventEmitter } = require('events');
const settings = new EventEmitter();

function welcome(socket) {
  const onBytes = (bytes) => console.log(bytes.length);
  const onFailure = (failure) => console.error(failure);
  process.on('SIGTERM', () => socket.destroy()); // leak: listener-leak "`process` keeps one more 'SIGTERM' listener for every connection"
  settings.on('reload', () => { // leak: listener-leak "`settings` keeps one more 'reload' listener for every connection"
    socket.write('reload\n');
  });
  socket.on('data', onBytes);
  socket.on('error', onFailure);
  socket.on('close', () => {
    socket.removeListener('data', onBytes);
    socket.removeListener('error', onFailure);
  });
}

net.createServer(welcome).listen(8080);
