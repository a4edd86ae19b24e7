import { createServer } from 'node:http';

class Registry {
  private static instance: Registry | undefined;
  private visits = new Map<string, number>();
  static get() {
    if (!Registry.instance) Registry.instance = new Registry();
    return Registry.instance;
  }
  record(url: string) {
    this.visits.set(url, Date.now()); // leak: unbounded-cache
  }
}

createServer((request, response) => {
  Registry.get().record(request.url ?? '');
  response.end();
});
