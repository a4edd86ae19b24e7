const async = require('async');

function Server() {
  this.started = false;
  this.sockets = {};
}

Server.prototype.start = function (done) {
  const self = this;
  if (self.started) return;
  self.started = true;
  async.each(Object.keys(self.sockets), (name, next) => {
    const socket = self.sockets[name];
    socket.on('message', (message) => self.receive(message));
    socket.bind(self.port, next);
  }, done);
};

const server = new Server();
setInterval(() => server.start(() => server.search()), 5000);
