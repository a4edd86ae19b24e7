export class Watchdog {
  private timer?: NodeJS.Timeout;

  start(): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.look(), 1000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {}
}
