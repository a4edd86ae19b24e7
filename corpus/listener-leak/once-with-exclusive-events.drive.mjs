import { EventEmitter } from 'node:events';

let queue;
export const before = () => {
  const { once } = EventEmitter.prototype;
  EventEmitter.prototype.once = function (event, listener) {
    if (event === 'item') queue = this;
    return once.call(this, event, listener);
  };
};
export default async ({ it }) => {
  const next = it.next();
  queue.emit('item', 1);
  await next;
};
