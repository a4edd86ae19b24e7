const { connect } = require('./connection');
const { prefetch } = require('../config');
const attempts = require('../stores/attempts');
const { isRepeated } = require('../stores/seen-messages');
const logger = require('../lib/logger');

const mostAttempts = 3;

async function work(channel, message, handle) {
  const { messageId } = message.properties;
  try {
    await handle(JSON.parse(message.content.toString()), messageId);
    attempts.succeeded(messageId);
    channel.ack(message);
  } catch (error) {
    logger.failure('job', error);
    channel.nack(message, false, attempts.note(messageId, message) < mostAttempts);
  }
}

/** Lets `handle` work on each message of a queue; on none of them twice, if it must not. */
async function consume(queue, handle, { isOnceOnly = false } = {}) {
  const connection = await connect();
  const channel = await connection.createChannel();
  await channel.prefetch(prefetch);
  await channel.assertQueue(queue, { durable: true });
  await channel.consume(queue, (message) => {
    if (message === null) return;
    if (isOnceOnly && !message.fields.redelivered && isRepeated(message.properties.messageId)) {
      channel.ack(message);
      return;
    }
    work(channel, message, handle).catch((error) => logger.failure('acknowledging', error));
  });
}

module.exports = { consume };
