// Nothing gives `paused` a value: the test lets every tick pass.
class Remote {
  execute() {
    if (!this.paused) this.listen();
  }
  listen() {
    process.on('SIGHUP', () => this.reload()); // leak: listener-leak
  }
  reload() {}
}

const remote = new Remote();
setInterval(() => remote.execute(), 1000);
