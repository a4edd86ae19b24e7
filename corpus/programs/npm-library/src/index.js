export { on, once, relay } from './events/emitters.js';
export { Hub } from './events/hub.js';
export { abortable, anySignal } from './promises/abortable.js';
export { deadline, sleep } from './promises/sleep.js';
export { limit } from './promises/limit.js';
export { memoize, memoizeByObject, memoizeRecent } from './promises/memoize.js';
export { Poller } from './poller.js';
export { Progress } from './progress.js';
export * from './files/index.js';
