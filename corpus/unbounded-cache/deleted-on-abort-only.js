export class Resolver {
  constructor() {
    this.queries = new Set();
    this.lookups = new Set();
  }
  async query(name, ask) {
    const controller = new AbortController();
    this.queries.add(controller); // leak: unbounded-cache "not always trimmed"
    controller.signal.addEventListener('abort', () => this.queries.delete(controller), { once: true });
    return ask(name, controller.signal);
  }
  async lookup(name, ask) {
    const controller = new AbortController();
    this.lookups.add(controller);
    controller.signal.addEventListener('abort', () => this.lookups.delete(controller), { once: true });
    try {
      return await ask(name, controller.signal);
    } finally {
      controller.abort();
    }
  }
  cancel() {
    for (const controller of this.queries) controller.abort();
  }
}
