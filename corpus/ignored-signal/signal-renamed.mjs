import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export function follow(view, closed) {
  bus.on('change', () => view.update(), { signal: closed }); // leak: ignored-signal
}
