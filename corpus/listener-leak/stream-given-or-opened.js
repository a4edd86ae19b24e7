const fs = require('fs');

class Logger {
  constructor() {
    this.streams = [];
  }
  addStream(given) {
    const one = { ...given };
    if (given.type === 'stdout') one.stream = process.stdout;
    if (!one.stream) one.stream = fs.createWriteStream(one.path);
    if (one.path) one.stream.on('error', (error) => this.failed(error, one));
    this.streams.push(one);
  }
  reopen() {
    this.streams.forEach((one) => {
      one.stream.end();
      one.stream = fs.createWriteStream(one.path);
      one.stream.on('error', (error) => this.failed(error, one));
    });
  }
  close() {
    for (const one of this.streams) one.stream.end();
    this.streams = [];
  }
}

module.exports = Logger;
