// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

import { createRequire } from 'node:module';

export const entry = 'src/worker.js';

// A broker in this process, with amqplib's promises and events. A connection keeps its channels until they are closed.
export const files = {
  'node_modules/amqplib/index.js': `const { EventEmitter } = require('events');
const queues = new Map();
const channels = new Set();
class Channel extends EventEmitter {
  constructor() { super(); this.setMaxListeners(0); channels.add(this); }
  async prefetch() {}
  async assertQueue() {}
  async consume(queue, take) { queues.set(queue, { take, channel: this }); }
  async checkQueue(queue) { if (exports.isDown) throw new Error('the broker is down'); return { messageCount: 0, queue }; }
  sendToQueue() { return true; }
  ack(message) { message.done('ack'); }
  nack(message, all, isRequeued) { message.done(isRequeued ? 'again' : 'dropped'); }
  async close() { channels.delete(this); this.emit('close'); }
}
exports.connect = async () => {
  const connection = new EventEmitter();
  connection.createChannel = async () => new Channel();
  connection.close = async () => connection.emit('close');
  return connection;
};
exports.channels = channels;
/** Delivers a message, as often as it is put back. */
exports.deliver = async (queue, body, messageId) => {
  for (let redelivered = false, outcome = 'again'; outcome === 'again'; redelivered = true)
    outcome = await new Promise((done) => queues.get(queue).take({
      fields: { redelivered }, properties: { messageId }, content: Buffer.from(JSON.stringify(body)), done,
    }));
};
`,
};

let broker;
export async function before({ folder }) {
  process.env.QUIET = '1';
  broker = createRequire(`${folder}/`)('amqplib');
}
export const started = (it) => it.default.started;
export const measure = () => ({ channels: broker.channels.size });

const message = (queue, body) => ({ number }) => broker.deliver(queue, body(number), `${queue}-${number}`);

export const scenarios = {
  'a customer is taken over': {
    leaks: ['src/jobs/sync-customer.js listener-leak'],
    run: message('customers', (number) => ({ customer: `c${number}` })),
  },
  'a mail is sent': {
    leaks: ['src/broker/publisher.js listener-leak'],
    warmUp: 120,
    run: message('mails', () => ({ to: 'ada@house.test', text: 'good morning', attachments: ['a.pdf'] })),
  },
  'every message is remembered': {
    leaks: ['src/stores/seen-messages.js unbounded-cache'],
    gauge: 'entries',
    warmUp: 120,
    together: 4,
    run: message('mails', () => ({ to: ['ada@house.test'], text: 'good morning' })),
  },
  'a job fails for good': {
    leaks: ['src/stores/attempts.js unbounded-cache'],
    gauge: 'entries',
    warmUp: 120,
    run: message('customers', () => ({ customer: { not: 'a name' } })),
  },
  'a picture cannot be resized': {
    leaks: ['src/jobs/resize-image.js timer-leak'],
    run: message('images', () => ({ pixels: 100, width: -1 })),
  },
  'the broker is down while queues are counted': {
    leaks: ['src/broker/connection.js resource-leak'],
    gauge: 'channels',
    async run({ it }) {
      broker.isDown = true;
      await it.default.look().catch(() => {});
      broker.isDown = false;
    },
  },
  'pictures and invoices': {
    clock: 'fast',
    settle: 900,
    lives: 6,
    async run(life) {
      await message('images', () => ({ pixels: 3000, width: 200 }))(life);
      await message('invoices', () => ({ lines: [{ price: 3, count: 2 }, { price: 4, count: 1 }] }))(life);
      await life.it.default.look();
    },
  },
};
