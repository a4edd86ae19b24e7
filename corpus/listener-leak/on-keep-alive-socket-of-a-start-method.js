import http from 'node:http';

export class Call {
  constructor(options) {
    this.options = options;
    this.timings = {};
  }
  start() {
    this.request = http.request(this.options);
    this.request.on('socket', (socket) => {
      socket.on('connect', () => { this.timings.connect = Date.now(); }); // leak: listener-leak
    });
    this.request.end();
  }
}

export class PoliteCall {
  constructor(options) {
    this.options = options;
    this.timings = {};
  }
  start() {
    this.request = http.request(this.options);
    this.request.on('socket', (socket) => {
      if (!socket.connecting) return;
      socket.once('connect', () => { this.timings.connect = Date.now(); });
    });
    this.request.end();
  }
}

export class CarefulCall {
  constructor(options) {
    this.options = options;
    this.timings = {};
  }
  start() {
    this.request = http.request(this.options);
    this.request.on('socket', (socket) => {
      const isConnecting = socket._connecting || socket.connecting;
      if (isConnecting) socket.once('lookup', () => { this.timings.lookup = Date.now(); });
    });
    this.request.end();
  }
}
