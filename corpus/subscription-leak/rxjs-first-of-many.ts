import { Subject, first } from 'rxjs';

const prices = new Subject<number>();

export function mount(view: { update(): void }): void {
  prices.pipe(first()).subscribe(() => view.update());
  prices.next(1);
}
