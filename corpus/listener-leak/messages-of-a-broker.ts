import amqp from 'amqplib';
import { Kafka } from 'kafkajs';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const connection = await amqp.connect('amqp://broker.test');
const channel = await connection.createChannel();
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'g' });

channel.on('close', () => {});
await channel.consume('mails', (message) => {
  channel.on('drain', () => channel.ack(message)); // leak: listener-leak "for every message"
});
await consumer.run({
  eachMessage: async ({ message }) => {
    bus.on('stop', () => message.key); // leak: listener-leak "for every message"
    const stop = () => {};
    bus.on('pause', stop);
    bus.off('pause', stop);
  },
});
