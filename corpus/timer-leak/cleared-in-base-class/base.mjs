export class Poller {
  stop() {
    clearInterval(this.timer);
  }
}
