import { EventEmitter } from 'node:events';

// Queues that hand out a job when a life begins.
export const files = {
  'node_modules/bull/index.js': `
    module.exports = class extends require('events') {
      process(run) { globalThis.jobs.push(run); }
    };`,
  'node_modules/bullmq/index.js': `
    exports.Worker = class extends require('events') {
      constructor(name, run) { super(); globalThis.jobs.push(run); }
    };`,
};
globalThis.jobs = [];
export default async ({ mark, number }) => {
  for (const run of globalThis.jobs) {
    const update = async () => { if (number % 2) throw new Error('refused'); };
    await run(mark(Object.assign(new EventEmitter(), { discard() {}, update }))).catch(() => {});
  }
};
