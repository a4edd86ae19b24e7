import { EventEmitter } from 'node:events';

class Settings extends EventEmitter {}

const settings = new Settings();

export function follow(view: { update(): void }, signal: AbortSignal): void {
  (settings as any).on('change', () => view.update(), { signal }); // leak: ignored-signal
}
