import { EventEmitter } from 'node:events';

// The emitter is the file's own; it is seen when the file listens to it.
let jobs;
export const before = () => {
  const { on } = EventEmitter.prototype;
  EventEmitter.prototype.on = function (event, listener) {
    if (event === 'done') jobs = this;
    return on.call(this, event, listener);
  };
};
export default async ({ it, number }) => {
  const done = it.whenDone(number);
  jobs.emit('done', { id: number });
  await done;
};
