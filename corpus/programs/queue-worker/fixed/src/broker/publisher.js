const { connect } = require('./connection');
const logger = require('../lib/logger');

let channel = null;

async function openChannel() {
  if (channel) return channel;
  const connection = await connect();
  channel = await connection.createChannel();
  channel.on('error', (error) => logger.failure('publisher', error));
  channel.on('return', ({ fields }) => logger.info('nobody took it', { queue: fields.routingKey }));
  return channel;
}

/** Sends a message, and says so when nobody takes it. */
async function publish(queue, body) {
  const open = await openChannel();
  open.sendToQueue(queue, Buffer.from(body), { mandatory: true, persistent: true });
}

/** Waits until the broker takes more, where it has enough for now. */
async function publishGently(queue, body) {
  const open = await openChannel();
  const hasRoom = open.sendToQueue(queue, Buffer.from(body), { persistent: true });
  if (!hasRoom) await new Promise((resolve) => open.once('drain', resolve));
}

module.exports = { publish, publishGently };
