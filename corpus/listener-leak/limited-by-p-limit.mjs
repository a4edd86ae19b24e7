import pLimit from 'p-limit';
import PQueue from 'p-queue';
import pMap from 'p-map';
import Bottleneck from 'bottleneck';
import { createServer } from 'node:http';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const limit = pLimit(2);
const queue = new PQueue({ concurrency: 2 });
const limiter = new Bottleneck({ maxConcurrent: 2 });

createServer((request, response) => {
  limit(() => bus.on('a', () => response.end())); // leak: listener-leak "for every request"
  queue.add(() => bus.on('b', () => response.end())); // leak: listener-leak
  limiter.schedule(() => bus.on('c', () => response.end())); // leak: listener-leak
  pMap([request], (one) => bus.on('d', () => one.destroy()), { concurrency: 2 }); // leak: listener-leak
  limit(() => response.on('close', () => {}));
});
limit(() => bus.on('reload', () => {}));
