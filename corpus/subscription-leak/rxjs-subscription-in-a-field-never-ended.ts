import { Subject, Subscription } from 'rxjs';

const prices = new Subject<number>();

export class Ticker {
  private subscription?: Subscription;

  open(): void {
    this.subscription = prices.subscribe(() => this.draw()); // leak: subscription-leak
  }

  close(): void {
    this.draw();
  }

  private draw(): void {}
}
