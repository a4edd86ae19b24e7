const net = require('net');
const { EventEmitter } = require('events');
const settings = new EventEmitter();

function welcome(socket) {
  const stop = () => socket.destroy();
  const reload = () => socket.write('reload\n');
  process.on('SIGTERM', stop);
  settings.on('reload', reload);
  socket.on('close', () => {
    process.off('SIGTERM', stop);
    settings.off('reload', reload);
  });
}

net.createServer(welcome).listen(8080);
