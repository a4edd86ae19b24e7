// Each connection has a session of its own, and each session a flag of its own.
const net = require('net');

class Session {
  constructor(socket) {
    this.socket = socket;
  }
  watch() {
    if (this.watching) return;
    this.watching = true;
    process.on('exit', () => this.socket.end()); // leak: listener-leak "for every connection"
  }
}

class Server {
  watch() {
    if (this.watching) return;
    this.watching = true;
    process.on('exit', () => this.close());
  }
  close() {}
}
const server = new Server();

net.createServer((socket) => {
  new Session(socket).watch();
  server.watch();
});
