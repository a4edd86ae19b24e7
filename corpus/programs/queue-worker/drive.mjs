// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

import { createRequire } from 'node:module';

export const entry = 'src/worker.js';

/** By its id: what waits for a message to be done with. */
const waiting = new Map();
let producer;

export async function before({ folder, marks }) {
  process.env.QUIET = '1';
  const broker = createRequire(`${folder}/`)('amqplib');
  const { connect } = broker;
  producer = await (await connect('amqp://broker.internal')).createChannel();
  broker.connect = async (url) => {
    const connection = await connect(url);
    const { createChannel } = connection;
    connection.createChannel = async () => watch(marks.mark(await createChannel.call(connection), 'resource'));
    return connection;
  };
}
export const started = (it) => it.default.started;

function watch(channel) {
  const { ack, nack } = channel;
  channel.ack = (message) => {
    ack.call(channel, message);
    waiting.get(message.properties.messageId)();
  };
  channel.nack = (message, all, isPutBack) => {
    nack.call(channel, message, all, isPutBack);
    if (!isPutBack) waiting.get(message.properties.messageId)();
  };
  return channel;
}

/** Sends a message, and waits until it is done with. */
const message = (queue, body) => async ({ number }) => {
  const messageId = `${queue}-${number}`;
  const isDone = new Promise((resolve) => waiting.set(messageId, resolve));
  producer.sendToQueue(queue, Buffer.from(JSON.stringify(body(number))), { messageId });
  await isDone;
  waiting.delete(messageId);
};

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
    run: message('invoices', () => ({ lines: [null] })),
  },
  'a picture cannot be resized': {
    leaks: ['src/jobs/resize-image.js timer-leak'],
    run: message('images', () => ({ pixels: 100, width: -1 })),
  },
  'the other system is down while queues are counted': {
    leaks: ['src/broker/connection.js resource-leak'],
    async run({ it }) {
      const { fetch } = globalThis;
      globalThis.fetch = async () => { throw new TypeError('fetch failed'); };
      await it.default.look().catch(() => {});
      globalThis.fetch = fetch;
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
