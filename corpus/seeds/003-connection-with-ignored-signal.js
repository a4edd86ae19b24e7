// EventEmitter takes no options: abort() removes neither of the two.
const net = require('net');
const { EventEmitter } = require('events');
const settings = new EventEmitter();

function welcome(socket) {
  const closing = new AbortController();
  process.on('SIGTERM', () => socket.destroy(), { signal: closing.signal }); // leak: ignored-signal // leak: listener-leak
  settings.on('reload', () => { // leak: ignored-signal // leak: listener-leak
    socket.write('reload\n');
  }, { signal: closing.signal });
  socket.on('close', () => closing.abort());
}

net.createServer(welcome).listen(8080);
