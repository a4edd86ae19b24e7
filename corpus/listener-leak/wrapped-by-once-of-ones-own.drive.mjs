import { EventEmitter } from 'node:events';

let bus;
export const before = () => {
  const { on } = EventEmitter.prototype;
  EventEmitter.prototype.on = function (event, listener) {
    if (event === 'item') bus = this;
    return on.call(this, event, listener);
  };
};
export default ({ it, view }) => {
  const shown = view();
  it.next(() => shown.update());
  bus.emit('item', 1);
};
