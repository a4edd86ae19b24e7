import { EventEmitter, once } from 'node:events';

const bus = new EventEmitter();

export function next(signal) {
  return once(bus, 'change', { signal });
}
