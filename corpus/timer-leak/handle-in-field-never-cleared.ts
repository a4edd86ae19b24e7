export class Watchdog {
  private timer?: NodeJS.Timeout;

  start(): void {
    this.timer = setInterval(() => this.look(), 1000); // leak: timer-leak "for every call of"
  }

  private look(): void {}
}
