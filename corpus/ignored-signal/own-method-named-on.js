// The project's own `on` does honour a signal.
class Hub {
  constructor() {
    this.listeners = new Set();
  }
  on(name, listener, { signal }) {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener), { once: true });
  }
}

const hub = new Hub();

exports.follow = (view, signal) => {
  hub.on('change', () => view.update(), { signal });
};
