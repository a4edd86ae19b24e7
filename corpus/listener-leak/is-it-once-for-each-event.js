// One more listener for each event that is new, however often it is listened for.
import { EventEmitter } from 'node:events';

export const bus = new EventEmitter();
const known = {};
bus.on('newListener', (event) => {
  if (!known[event]) {
    known[event] = true;
    bus.on(event, () => console.log(event)); // leak: listener-leak (low)
  }
});
