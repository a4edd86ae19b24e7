const listeners = new Set();

export const store = {
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function mount(badge) {
  return store.subscribe(() => badge.update());
}
