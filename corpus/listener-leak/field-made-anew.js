// Listeners of a stream that the field was given a moment ago go when the next one takes its place.
class Client {
  constructor(build) {
    this.build = build;
    this.timer = setInterval(() => this.connect(), 60000);
  }

  connect() {
    this.stream = this.build(this);
    this.stream.on('error', (error) => this.fail(error));
    this.stream.on('close', () => this.fail());
  }

  fail() {}
}

module.exports = new Client(require('net').connect);
