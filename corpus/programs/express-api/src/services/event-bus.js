'use strict';

const { EventEmitter } = require('events');

/** What happens in the bakery, for whoever wants to know. */
const bus = new EventEmitter();
bus.setMaxListeners(0);

/** Calls `handler` for each event of these names. Returns a function that ends it. */
function follow(names, handler) {
  for (const name of names) bus.on(name, handler);
  return () => {
    for (const name of names) bus.off(name, handler);
  };
}

module.exports = { bus, follow };
