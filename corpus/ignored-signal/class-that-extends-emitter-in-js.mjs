import { EventEmitter } from 'node:events';

class Prices extends EventEmitter {
  publish(price) {
    this.emit('price', price);
  }
}

const prices = new Prices();

export function follow(view, signal) {
  prices.on('price', () => view.update(), { signal }); // leak: ignored-signal
}
