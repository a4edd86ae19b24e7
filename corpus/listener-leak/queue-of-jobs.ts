import Bull from 'bull';
import { Worker } from 'bullmq';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const queue = new Bull('mails');

queue.process(5, async (job) => {
  bus.on('stop', () => job.discard()); // leak: listener-leak "for every job"
});
queue.on('ready', () => bus.on('flush', () => {}));

const worker = new Worker('mails', async (job) => {
  worker.on('closing', () => job.discard()); // leak: listener-leak "for every job"
  const stop = () => job.discard();
  bus.on('stop', stop);
  try {
    await job.updateProgress(1);
  } finally {
    bus.off('stop', stop);
  }
});
