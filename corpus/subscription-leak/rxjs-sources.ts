import { BehaviorSubject, interval, merge, Observable, of, Subject, timer } from 'rxjs';
import { map, take, takeUntil } from 'rxjs/operators';

export const prices = new BehaviorSubject(0);
export const stop = new Subject<void>();

export function show(price$: Subject<number>): void {
  prices.subscribe((price) => price$.next(price)); // leak: subscription-leak "for every call of `show`"
  prices.pipe(map((price) => price * 2)).subscribe((price) => price$.next(price)); // leak: subscription-leak
  merge(prices, of(1)).subscribe(() => {}); // leak: subscription-leak (missed)
  timer(0, 1000).subscribe(() => {}); // leak: subscription-leak
}

export function showForAWhile(): void {
  prices.pipe(takeUntil(stop)).subscribe(() => {});
  prices.pipe(map((price) => price + 1), take(1)).subscribe(() => {});
  of(1, 2).subscribe(() => {});
  timer(1000).subscribe(() => {});
}

export function follow(source$: Subject<number>): void {
  source$.subscribe(() => {}); // leak: subscription-leak (false alarm)
}

export class Ticker {
  private readonly own = new Subject<number>();
  private readonly subscription = prices.subscribe((price) => this.own.next(price));

  start(): void {
    this.own.subscribe(() => {}); // leak: subscription-leak (false alarm)
  }

  stop(): void {
    this.subscription.unsubscribe();
  }
}

export function returned() {
  return interval(1000).subscribe(() => {});
}

export const clock = new Observable((observer) => {
  prices.subscribe((price) => observer.next(price)); // leak: subscription-leak "for every subscriber"
});
export const tidyClock = new Observable((observer) => {
  const subscription = prices.subscribe((price) => observer.next(price));
  return () => subscription.unsubscribe();
});
