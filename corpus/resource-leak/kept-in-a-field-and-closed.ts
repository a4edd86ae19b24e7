import { connect, Socket } from 'node:net';

export class Session {
  private socket?: Socket;

  open(): void {
    this.socket = connect(6379, 'cache');
  }

  close(): void {
    this.socket?.destroy();
  }
}
