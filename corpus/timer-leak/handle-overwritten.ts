// A second start() loses the first handle, and its interval runs for ever.
export class Watchdog {
  private timer?: NodeJS.Timeout;

  start(): void {
    this.timer = setInterval(() => this.look(), 1000); // leak: timer-leak (missed)
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {}
}
