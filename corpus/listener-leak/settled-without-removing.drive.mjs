import { EventEmitter } from 'node:events';

export const together = 8;
export default async ({ it, mark }) => {
  const job = mark(new EventEmitter());
  const failing = it.byFailure(job).catch(() => {});
  job.emit('error', new Error('refused'));
  await failing;
  await it.byTimeout().catch(() => {});
};
