import { EventEmitter } from 'node:events';

// The bus of the case is where a post is waited for.
let bus;
const { on } = EventEmitter.prototype;
EventEmitter.prototype.on = function (event, ...rest) {
  if (event === 'post') bus = this;
  return on.call(this, event, ...rest);
};
// Who has gone without being removed would go with the next post, so that they are counted after each life.
let left = 0;
export default async ({ it, mark, text, number, sleep }) => {
  const controller = new AbortController();
  const answer = it.router.createCaller({}, { signal: controller.signal }).next();
  await sleep(1);
  if (number % 2) {
    controller.abort();
  } else {
    bus.emit('post', mark({ text }));
    await answer;
  }
  left += bus.listenerCount('post');
};
export const measure = () => ({ left });
