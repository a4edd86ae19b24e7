// Brokers that hand out a message when a life begins.
export const files = {
  'node_modules/amqplib/index.js': `
    const { EventEmitter } = require('events');
    class Channel extends EventEmitter {
      async consume(queue, run) { globalThis.deliveries.push(run); }
      ack() {}
    }
    exports.connect = async () => ({ createChannel: async () => new Channel() });`,
  'node_modules/kafkajs/index.js': `
    exports.Kafka = class {
      consumer() { return { run: async ({ eachMessage }) => void globalThis.deliveries.push((message) => eachMessage({ message })) }; }
    };`,
};
globalThis.deliveries = [];
export default async ({ mark, text }) => {
  for (const deliver of globalThis.deliveries) await deliver(mark({ key: text }));
};
