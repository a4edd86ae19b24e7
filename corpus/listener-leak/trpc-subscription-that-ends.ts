import { initTRPC } from '@trpc/server';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const t = initTRPC.create();

export const router = t.router({
  next: t.procedure.query(
    ({ signal }) =>
      new Promise((resolve) => {
        const take = (post: unknown) => {
          bus.off('post', take);
          resolve(post);
        };
        bus.on('post', take);
        signal?.addEventListener('abort', () => bus.off('post', take), { once: true });
      }),
  ),
});
