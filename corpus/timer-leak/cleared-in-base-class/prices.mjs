import { Poller } from './base.mjs';

export class Prices extends Poller {
  start() {
    this.timer = setInterval(() => this.load(), 1000);
  }
  load() {}
}
