import amqp, { Channel } from 'amqplib';
import { createServer } from 'node:http';

let channel: Channel;

async function open() {
  const connection = await amqp.connect('amqp://broker.test');
  channel = await connection.createChannel();
}

createServer(async (request, response) => {
  if (!channel) await open();
  channel.sendToQueue('mails', Buffer.from('a'));
  response.end();
});
