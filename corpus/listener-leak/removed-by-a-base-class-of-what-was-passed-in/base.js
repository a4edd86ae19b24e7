export class Connected {
  constructor(socket) {
    this.socket = socket;
    this.onData = (bytes) => this.read(bytes);
  }
  read() {}
  close() {
    this.socket.off('data', this.onData);
  }
}
