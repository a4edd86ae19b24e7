import { EventEmitter, on } from 'node:events';

const bus = new EventEmitter();

export async function follow(view: { update(): void }, signal: AbortSignal): Promise<void> {
  for await (const _ of on(bus, 'change', { signal })) view.update();
}
