import { Subject } from 'rxjs';

const prices = new Subject<number>();

export function mount(view: { update(): void }): void {
  prices.subscribe(() => view.update()); // leak: subscription-leak
}
