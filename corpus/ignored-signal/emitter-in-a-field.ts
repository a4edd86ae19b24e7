import { EventEmitter } from 'node:events';

class Hub {
  readonly events = new EventEmitter();
}

const hub = new Hub();

export function follow(view: { update(): void }, signal: AbortSignal): void {
  (hub.events as any).on('change', () => view.update(), { signal }); // leak: ignored-signal
}
