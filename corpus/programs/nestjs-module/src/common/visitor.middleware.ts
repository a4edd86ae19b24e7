import { Injectable, type NestMiddleware } from '@nestjs/common';

interface Asking {
  headers: Record<string, string | string[] | undefined>;
}

/** Who asks, for services that are not told. */
export class Visitor {
  static current: Asking | null = null;

  static get name(): string {
    return String(Visitor.current?.headers['x-visitor'] ?? 'somebody').slice(0, 40);
  }
}

@Injectable()
export class VisitorMiddleware implements NestMiddleware {
  use(request: Asking, response: unknown, next: () => void): void {
    Visitor.current = request; // leak: global-request-state
    next();
  }
}
