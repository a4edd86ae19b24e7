import { EventEmitter } from 'node:events';

export default async ({ it, mark, signal }) => {
  await it.wait(1, { signal });
  const request = mark(Object.assign(new EventEmitter(), { destroy() {} }), 'request');
  it.watch(request, signal);
  request.emit('close');
};
