import { EventEmitter } from 'node:events';

// The bus of the case is where "done" is waited for.
let bus;
const { on } = EventEmitter.prototype;
EventEmitter.prototype.on = function (event, ...rest) {
  if (event === 'done') bus = this;
  return on.call(this, event, ...rest);
};
// What one way forgets, another may find later, so that it is counted after each.
let left = 0;
export default async ({ it, mark, signal, number }) => {
  const job = mark(new EventEmitter());
  const waiting = it.byHelper(job).catch(() => {});
  if (number % 3 === 1) bus.emit('done', number);
  if (number % 3 === 2) job.emit('error', new Error('refused'));
  await waiting;
  const looking = it.bySettle(job).catch(() => {});
  bus.emit('change');
  Object.assign(job, number % 2 ? { isDone: true } : { failure: new Error('refused') });
  bus.emit('change');
  await looking;
  left += bus.listenerCount('done') + bus.listenerCount('change') + job.listenerCount('error');
  await it.byAbort(mark({ run: (done) => setImmediate(done) }), { signal });
};
export const measure = () => ({ left });
