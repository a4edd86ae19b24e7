import { Subject, Subscription } from 'rxjs';

const prices = new Subject<number>();
const news = new Subject<string>();

export class Board {
  private readonly all = new Subscription();

  open(): void {
    this.all.add(prices.subscribe(() => this.draw()));
    this.all.add(news.subscribe(() => this.draw()));
  }

  close(): void {
    this.all.unsubscribe();
  }

  private draw(): void {}
}
