// The helper knows the emitter, and returns what takes its listener back; one caller has no use for that.
const http = require('http');
const { EventEmitter } = require('events');
const orders = new EventEmitter();

function follow(handler) {
  orders.on('order', handler);
  return () => orders.off('order', handler);
}

http.createServer((request, response) => {
  const stop = follow((order) => response.write(order.id));
  response.on('close', stop);
});
http.createServer((request, response) => {
  follow((order) => response.write(order.id)); // leak: listener-leak "`orders` keeps one more 'order' listener for every request"
});
