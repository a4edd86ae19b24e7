import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable, type NestMiddleware } from '@nestjs/common';

interface Asking {
  headers: Record<string, string | string[] | undefined>;
}

const visitors = new AsyncLocalStorage<string>();

/** Who asks, for services that are not told. */
export class Visitor {
  static get name(): string {
    return visitors.getStore() ?? 'somebody';
  }
}

@Injectable()
export class VisitorMiddleware implements NestMiddleware {
  use(request: Asking, response: unknown, next: () => void): void {
    visitors.run(String(request.headers['x-visitor'] ?? 'somebody').slice(0, 40), next);
  }
}
