// cancel() is called when the reader gives up; a stream that is read to its end never comes there.
import { EventEmitter } from 'node:events';

const feed = new EventEmitter();

export function readable() {
  let push;
  return new ReadableStream({
    start(controller) {
      push = (value) => controller.enqueue(value);
      feed.on('value', push); // leak: listener-leak (missed)
    },
    cancel() {
      feed.off('value', push);
    },
  });
}
