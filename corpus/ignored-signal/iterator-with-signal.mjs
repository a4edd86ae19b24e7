import { EventEmitter, on } from 'node:events';

const bus = new EventEmitter();

export async function follow(view, signal) {
  for await (const [price] of on(bus, 'price', { signal })) view.update(price);
}
