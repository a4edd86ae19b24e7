import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export function follow(view, signal) {
  const update = () => view.update();
  bus.on('change', update);
  signal.onabort = () => bus.off('change', update);
}
