import { Service } from 'typedi';

@Service({ transient: true })
export class Visit {
  constructor() {
    setInterval(() => this.beat(), 60_000); // leak: timer-leak
  }
  beat() {}
}
