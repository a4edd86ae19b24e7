import EventEmitter3 from 'eventemitter3';
import EventEmitter2 from 'eventemitter2';
import mitt from 'mitt';
import { createServer } from 'node:http';

const three = new EventEmitter3();
const two = new EventEmitter2({ wildcard: true });
const bus = mitt();

bus.on('start', () => {});
createServer((request, response) => {
  three.on('a', () => response.end()); // leak: listener-leak "for every request"
  two.onAny(() => response.end()); // leak: listener-leak
  two.many('b', 4, () => response.end()); // leak: listener-leak
  bus.on('c', () => response.end()); // leak: listener-leak
  const end = () => response.end();
  three.on('d', end);
  two.on('d', end);
  bus.on('d', end);
  response.on('close', () => {
    three.off('d', end);
    two.off('d', end);
    bus.off('d', end);
  });
});
