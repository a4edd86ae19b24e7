const net = require('net');

net.createServer((socket) => {
  function beat() {
    socket.write('ping');
    setTimeout(beat, 1000); // leak: timer-leak (missed)
  }
  beat();
});
