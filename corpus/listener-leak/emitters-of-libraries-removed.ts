import EventEmitter3 from 'eventemitter3';
import EventEmitter2 from 'eventemitter2';
import mitt from 'mitt';
import { createServer } from 'node:http';

const three = new EventEmitter3();
const two = new EventEmitter2();
const bus = mitt();

createServer((request, response) => {
  const end = () => response.end();
  three.on('done', end);
  two.on('done', end);
  bus.on('done', end);
  response.on('close', () => {
    three.removeListener('done', end);
    two.off('done', end);
    bus.off('done', end);
  });
});
createServer((request, response) => {
  const own = new EventEmitter3();
  own.on('done', () => response.end());
  own.emit('done');
});
