import { EventEmitter } from 'node:events';

export const bus = new EventEmitter();

export function forget(listener) {
  bus.off('shutdown', listener);
}
