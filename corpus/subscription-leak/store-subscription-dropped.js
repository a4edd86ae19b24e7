import { store } from './store.js';

export function mount(badge) {
  store.subscribe(() => badge.update()); // leak: subscription-leak (missed)
}
