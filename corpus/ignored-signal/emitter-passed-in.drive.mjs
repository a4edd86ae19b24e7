import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
export default ({ it, view }) => {
  const closing = new AbortController();
  it.follow(emitter, view(), closing.signal);
  closing.abort();
};
