import { Connected } from './base.js';

export class Reader extends Connected {
  open() {
    this.socket.on('data', this.onData);
  }
}
