const amqp = require('amqplib');

const { brokerUrl, crmUrl } = require('../config');
const logger = require('../lib/logger');
const { shutdown } = require('../lib/shutdown');

let connection = null;

/** The worker's one connection, which is opened when it is first needed. */
async function connect() {
  if (connection) return connection;
  connection = await amqp.connect(brokerUrl);
  connection.on('error', (error) => logger.failure('broker', error));
  connection.on('close', () => {
    connection = null;
  });
  shutdown.once('stop', () => connection?.close());
  return connection;
}

/** Runs `work` with a channel of its own. */
async function withChannel(work) {
  const open = await connect();
  const channel = await open.createChannel();
  try {
    return await work(channel);
  } finally {
    await channel.close();
  }
}

/** How many messages wait in a queue. */
function countWaiting(queue) {
  return withChannel(async (channel) => {
    const { messageCount } = await tell(queue, channel.checkQueue(queue));
    return messageCount;
  });
}

/** Tells the other system how many messages wait, as soon as the broker has said so. */
async function tell(queue, counting) {
  const counted = await counting;
  await fetch(`${crmUrl}/queues/${queue}`, { method: 'PUT', body: String(counted.messageCount) });
  return counted;
}

module.exports = { connect, countWaiting, withChannel };
