import { connect, Socket } from 'node:net';

export class Connection {
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port);
    this.socket.on('data', (bytes) => this.read(bytes));
  }

  private read(bytes: Buffer): void {
    console.log(bytes.length);
  }
}
