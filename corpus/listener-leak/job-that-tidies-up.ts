import Bull from 'bull';
import { Worker } from 'bullmq';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const mails = new Bull('mails');

mails.process(async (job) => {
  const stop = () => job.discard();
  bus.on('stop', stop);
  try {
    await job.update({ state: 'sent' });
  } finally {
    bus.off('stop', stop);
  }
});
mails.on('failed', (job) => console.error(job.id));

const worker = new Worker('pictures', async (job) => {
  job.on?.('progress', () => console.log(job.id));
});
worker.on('failed', (job) => console.error(job.id));
worker.on('error', (error) => console.error(error));
