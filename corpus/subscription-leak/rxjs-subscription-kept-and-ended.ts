import { Subject, Subscription } from 'rxjs';

const prices = new Subject<number>();

export class Ticker {
  private subscription?: Subscription;

  open(): void {
    this.subscription = prices.subscribe(() => this.draw());
  }

  close(): void {
    this.subscription?.unsubscribe();
  }

  private draw(): void {}
}
