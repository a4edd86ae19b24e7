import { initTRPC } from '@trpc/server';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const t = initTRPC.create();
const audited = t.procedure.use((options) => {
  bus.on('audit', () => options.path); // leak: listener-leak "for every request"
  return options.next();
});

bus.on('reload', () => {});
export const router = t.router({
  late: audited.query(() => {
    bus.on('late', () => {}); // leak: listener-leak
    return 1;
  }),
  soon: t.procedure.mutation((options) => {
    const done = () => {};
    options.signal.addEventListener('abort', done);
    bus.on('soon', done);
    bus.off('soon', done);
  }),
});
