import { EventEmitter } from 'node:events';

// Who listens once for "ready" is told so.
let readiness;
const { once } = EventEmitter.prototype;
EventEmitter.prototype.once = function (event, ...rest) {
  if (event === 'ready') readiness = this;
  return once.call(this, event, ...rest);
};
export default async ({ it, view, signal }) => {
  const controller = new AbortController();
  it.follow(view(), controller.signal);
  controller.abort();
  const next = it.next(signal);
  readiness.emit('ready');
  await next;
};
