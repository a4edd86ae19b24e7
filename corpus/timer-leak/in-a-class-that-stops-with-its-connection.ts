import { createServer, Socket } from 'node:net';

class Session {
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly socket: Socket) {
    this.timer = setInterval(() => this.beat(), 1000);
    socket.on('close', () => this.stop());
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    this.socket.write('ping');
  }
}

createServer((socket) => {
  new Session(socket);
});
