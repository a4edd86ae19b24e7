// Who does not know what an operator does cannot know that the subscription stays.
import { BehaviorSubject, map, Subject } from 'rxjs';
import { untilGone } from './until-gone';

export const prices = new BehaviorSubject(0);

export class Panel {
  private readonly gone = new Subject<void>();

  ngOnInit(): void {
    prices.pipe(untilGone(this.gone)).subscribe((price) => this.show(price));
    const rounded = prices.pipe(map(Math.round), untilGone(this.gone));
    rounded.subscribe((price) => this.show(price));
  }

  ngOnDestroy(): void {
    this.gone.next();
  }

  private show(price: number): void {
    console.log(price);
  }
}
