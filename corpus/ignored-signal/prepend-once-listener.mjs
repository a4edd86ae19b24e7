import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export function follow(view, signal) {
  bus.prependOnceListener('change', () => view.update(), { signal }); // leak: ignored-signal
}
