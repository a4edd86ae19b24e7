import amqp from 'amqplib';
import callback from 'amqplib/callback_api';
import mqtt from 'mqtt';
import { Kafka } from 'kafkajs';
import { Queue } from 'bullmq';
import { createServer } from 'node:http';

const kafka = new Kafka({ brokers: [] });
const queue = new Queue('mails');

createServer(async (request, response) => {
  const connection = await amqp.connect('amqp://broker.test'); // leak: resource-leak "an AMQP connection"
  const channel = await connection.createChannel();
  channel.sendToQueue('mails', Buffer.from('a'));
  response.end();
});
createServer((request, response) => {
  callback.connect('amqp://broker.test', (error, connection) => { // leak: resource-leak "an AMQP connection"
    connection.createChannel((failure, channel) => channel.sendToQueue('mails', Buffer.from('a')));
    response.end();
  });
});
createServer((request, response) => {
  const client = mqtt.connect('mqtt://broker.test'); // leak: resource-leak "an MQTT client"
  client.publish('state', 'on', () => response.end());
});
createServer(async (request, response) => {
  const producer = kafka.producer(); // leak: resource-leak "a Kafka producer"
  await producer.connect();
  await producer.send({ topic: 'a', messages: [] });
  response.end();
});
const lasting = await amqp.connect('amqp://broker.test');
createServer(async (request, response) => {
  const channel = await lasting.createChannel(); // leak: resource-leak "an AMQP channel"
  channel.sendToQueue('mails', Buffer.from('a'));
  response.end();
});
createServer(async (request, response) => {
  const own = await amqp.connect('amqp://broker.test');
  try {
    const channel = await own.createChannel();
    channel.sendToQueue('mails', Buffer.from('a'));
  } finally {
    await own.close();
  }
  response.end();
});
createServer(async (request, response) => {
  const mails = new Queue('mails'); // leak: resource-leak "a job queue"
  await mails.add('mail', {});
  response.end();
});
createServer(async (request, response) => {
  const client = mqtt.connect('mqtt://broker.test');
  client.publish('state', 'on', () => client.end());
  const producer = kafka.producer();
  try {
    await producer.connect();
    await producer.send({ topic: 'a', messages: [] });
  } finally {
    await producer.disconnect();
  }
  await queue.add('mail', {});
  response.end();
});
