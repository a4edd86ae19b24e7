import { createStore, Store } from 'redux';
import { create } from 'zustand';

const store = createStore((state) => state);
const useBasket = create(() => ({ items: 0 }));

export function show(badge): void {
  store.subscribe(() => badge.update()); // leak: subscription-leak "for every call of `show`"
  useBasket.subscribe(() => badge.update()); // leak: subscription-leak
}

export function showGiven(badge, given: Store): void {
  given.subscribe(() => badge.update()); // leak: subscription-leak
}

export function showForAWhile(badge) {
  const unsubscribe = store.subscribe(() => badge.update());
  const leave = useBasket.subscribe(() => badge.update());
  badge.onClose(() => {
    unsubscribe();
    leave();
  });
}

export function follow(badge) {
  return store.subscribe(() => badge.update());
}

export class Badge {
  private readonly unsubscribe = store.subscribe(() => this.update());

  update(): void {}

  close(): void {
    this.unsubscribe();
  }
}
