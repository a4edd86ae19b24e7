import { messagesPerSecond } from '../config.js';

const counters = new WeakMap();

/** Whether a socket says more than it may. */
export function isTooFast(socket) {
  const second = Math.floor(Date.now() / 1000);
  let counter = counters.get(socket);
  if (!counter || counter.second !== second) {
    counter = { second, count: 0 };
    counters.set(socket, counter);
  }
  counter.count += 1;
  return counter.count > messagesPerSecond;
}
