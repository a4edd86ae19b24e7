import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export function next(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    // @ts-expect-error the types know of no third argument
    bus.once('change', resolve, { signal }); // leak: ignored-signal
  });
}
