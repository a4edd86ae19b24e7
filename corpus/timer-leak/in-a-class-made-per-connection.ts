import { createServer, Socket } from 'node:net';

class Session {
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly socket: Socket) {
    this.timer = setInterval(() => this.beat(), 1000); // leak: timer-leak
  }

  private beat(): void {
    this.socket.write(`ping ${this.timer.hasRef()}`);
  }
}

createServer((socket) => {
  new Session(socket);
});
