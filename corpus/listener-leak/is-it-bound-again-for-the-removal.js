// Each bind() makes another function.
export class Actions {
  init(transport) {
    this.transport = transport;
    this.transport.on('data', this.listener.bind(this)); // leak: listener-leak
  }
  destroy() {
    this.transport.removeListener('data', this.listener.bind(this));
  }
  listener() {}
}
