import { Subject, takeUntil } from 'rxjs';

const prices = new Subject<number>();

export class Ticker {
  private readonly closed = new Subject<void>();

  open(): void {
    prices.pipe(takeUntil(this.closed)).subscribe(() => this.draw());
  }

  close(): void {
    this.closed.next();
  }

  private draw(): void {}
}
