// What `once` adds is a wrapper; the original function removes nothing.
const { EventEmitter } = require('events');
const bus = new EventEmitter();

function once(emitter, name, handler) {
  emitter.on(name, function wrapper(...values) {
    emitter.off(name, wrapper);
    handler(...values);
  });
}

exports.next = (resolve) => once(bus, 'item', resolve);
