import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export function follow(view, signal) {
  bus.on('change', () => view.update(), { signal }); // leak: ignored-signal "`bus`"
}
