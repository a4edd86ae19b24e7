import { EventEmitter, addAbortListener } from 'node:events';

const bus = new EventEmitter();

export function follow(view, signal) {
  const update = () => view.update();
  bus.on('change', update);
  addAbortListener(signal, () => bus.off('change', update));
}
