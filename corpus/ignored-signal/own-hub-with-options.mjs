class Hub {
  #listeners = new Set();
  on(listener, options) {
    this.#listeners.add(listener);
    options.signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }
}

const hub = new Hub();

export function follow(view, signal) {
  hub.on(() => view.update(), { signal });
}
