// Each relay adds to the module's emitter on behalf of an emitter that is short-lived.
const net = require('net');
const { EventEmitter } = require('events');
const bus = new EventEmitter();

function relay(from, to, names) {
  for (const name of names) from.on(name, (value) => to.emit(name, value)); // leak: listener-leak
}

net.createServer((socket) => {
  relay(bus, socket, ['price', 'news']);
});
