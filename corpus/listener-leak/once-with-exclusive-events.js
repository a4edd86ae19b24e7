// Only one of the two comes; the listener of the other one stays.
const { EventEmitter } = require('events');
const queue = new EventEmitter();

exports.next = function next() {
  return new Promise((resolve, reject) => {
    queue.once('item', resolve); // leak: listener-leak (missed)
    queue.once('failure', reject); // leak: listener-leak (missed)
  });
};
