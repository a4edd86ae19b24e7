const net = require('net');

net.createServer((socket) => {
  function beat() {
    if (socket.destroyed) return;
    socket.write('ping');
    setTimeout(beat, 1000);
  }
  beat();
});
