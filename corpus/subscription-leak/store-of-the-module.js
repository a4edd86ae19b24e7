// A small store of one's own: subscribe() hands out what ends the subscription.
const listeners = new Set();

export const store = {
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function mount(badge) {
  store.subscribe(() => badge.update()); // leak: subscription-leak
}
