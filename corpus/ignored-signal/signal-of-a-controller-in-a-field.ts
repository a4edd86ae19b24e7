import { EventEmitter } from 'node:events';

const settings = new EventEmitter();

export class Panel {
  private readonly closing = new AbortController();

  open(view: { update(): void }): void {
    (settings as any).on('change', () => view.update(), { signal: this.closing.signal }); // leak: ignored-signal
  }

  close(): void {
    this.closing.abort();
  }
}
