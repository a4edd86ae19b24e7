import { EventEmitter } from 'node:events';

let replayer;
export const started = (it) => { replayer = new it.default(); };
// Two streams, one after the other.
function storeOf(mark) {
  let left = 2;
  const createStream = () => {
    const stream = mark(Object.assign(new EventEmitter(), { destroy() {} }));
    setImmediate(() => {
      left -= 1;
      stream.emit('end');
    });
    return stream;
  };
  return { createStream, isEmpty: () => left === 0 };
}
export default ({ mark }) => new Promise((resolve) => {
  replayer.once('replayed', resolve);
  replayer.replay(storeOf(mark));
});
