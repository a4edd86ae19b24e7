import { EventEmitter } from 'node:events';
import { createServer } from 'node:net';

const prices = new EventEmitter();

createServer((socket) => {
  prices.on('tick', (price) => socket.write(`${price}\n`)); // leak: listener-leak "`prices` keeps one more 'tick' listener for every connection"
});
