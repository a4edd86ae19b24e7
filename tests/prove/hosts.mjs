// What other hosts say to the cases: as little of each protocol as their clients need to go on. A host knows by the first
// bytes what it is asked to be.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

const document = '{"ok":true}';

/** What the servers of socket.io and SockJS say to those who begin, by path; all other hosts answer with a document. */
const greetings = [
  [/^POST \/socket\.io\//, 'ok'],
  [/^GET \/socket\.io\/.*&sid=/, '40{"sid":"conversation"}'],
  [/^GET \/socket\.io\//, '0{"sid":"session","upgrades":[],"pingInterval":3600000,"pingTimeout":3600000,"maxPayload":1000000}'],
  [/^GET \/info/, '{"websocket":true,"origins":["*:*"],"cookie_needed":false,"entropy":1}'],
];

/** HTTP, and the beginning of web sockets. */
function speakHttp(socket) {
  let polls = 0;
  return (bytes) => {
    const question = bytes.toString('latin1');
    const key = /^sec-websocket-key: (.*)\r$/im.exec(question)?.[1];
    if (key) {
      // The text that RFC 6455 has every server add.
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      if (/^GET \/[^/ ]*\/[^/ ]+\/websocket/.test(question)) socket.write(Buffer.from([0x81, 1, 0x6f]));  // SockJS: "o", it is open
    } else if (/ HTTP\/1\.[01]\r\n/.test(question)) {
      if (/^GET \/socket\.io\/.*&sid=/.test(question) && ++polls > 1) return;  // there is no news
      const answer = greetings.find(([pattern]) => pattern.test(question))?.[1] ?? document;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${answer.length}\r\n\r\n${answer}`);
    }
  };
}

/** Whole messages out of a stream: `sizeOf` says how long the one at its beginning is, or nothing when that is not there yet. */
function inWholes(sizeOf, answer) {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let size = sizeOf(rest); size !== undefined && size <= rest.length; size = sizeOf(rest)) {
      answer(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}

/** Redis: each command is a list of texts. */
function speakRedis(socket) {
  const listOf = (values) => `*${values.length}\r\n${values.map((value) =>
    (typeof value === 'number' ? `:${value}\r\n` : `$${value.length}\r\n${value}\r\n`)).join('')}`;
  const channels = new Set();
  let isNew = false;  // RESP3 sends what is no answer to a question as a push
  const told = (values) => (isNew ? listOf(values).replace('*', '>') : listOf(values));
  const answer = ([command, ...values]) => {
    const name = command.toLowerCase();
    if (name === 'info') return '$21\r\nredis_version:7.0.0\r\n\r\n';
    if (name === 'hello') return (isNew = values[0] === '3') ? '%1\r\n$5\r\nproto\r\n:3\r\n' : '*2\r\n$5\r\nproto\r\n:2\r\n';
    if (name === 'get') return isNew ? '_\r\n' : '$-1\r\n';
    if (name === 'subscribe') return values.map((channel) => told([name, channel, channels.add(channel).size])).join('');
    if (name === 'unsubscribe') return values.map((channel) => told([name, channel, channels.delete(channel) ? channels.size : 0])).join('');
    return '+OK\r\n';
  };
  return (bytes) => {
    const words = bytes.toString('latin1').split('\r\n');
    for (let at = 0; at < words.length; ++at) {
      if (!words[at].startsWith('*')) continue;
      const count = Number(words[at].slice(1));
      socket.write(answer(Array.from({ length: count }, (_, index) => words[at + 2 + 2 * index] ?? '')));
      at += 2 * count;
    }
  };
}

/** PostgreSQL: a query has no rows, and one about "fail" fails. */
function speakPostgres(socket) {
  let hasStarted = false;
  const message = (type, body = Buffer.alloc(0)) => {
    const head = Buffer.from([type.charCodeAt(0), 0, 0, 0, 0]);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const isReady = message('Z', Buffer.from('I'));
  const isDone = message('C', Buffer.from('SELECT 0\0'));
  const failure = message('E', Buffer.from('SERROR\0C42703\0Mno such column\0\0'));
  const answers = {
    Q: (text) => [text.includes('fail') ? failure : isDone, isReady], P: (text) => [text.includes('fail') ? failure : message('1')], B: () => [message('2')], D: () => [message('n')],
    E: () => [isDone], S: () => [isReady], C: () => [message('3')], X: () => void socket.end(),
  };
  const sizeOf = (bytes) => {
    const at = hasStarted ? 1 : 0;
    return bytes.length < at + 4 ? undefined : bytes.readInt32BE(at) + at;
  };
  return inWholes(sizeOf, (bytes) => {
    if (hasStarted) return socket.write(Buffer.concat(answers[String.fromCharCode(bytes[0])]?.(bytes.toString('latin1')) ?? []));
    if (bytes.readInt32BE(4) === 80877103) return socket.write('N');  // no TLS here
    hasStarted = true;
    return socket.write(Buffer.concat([message('R', Buffer.alloc(4)), message('K', Buffer.alloc(8)), isReady]));
  });
}

/** Those who have subscribed to anything at the MQTT broker. */
const mqttSubscribers = new Set();

/** MQTT: what is published goes to all who have subscribed to anything. */
function speakMqtt(socket) {
  socket.on('close', () => mqttSubscribers.delete(socket));
  const sizeOf = (bytes) => {
    let size = 0;
    for (let at = 1; at < Math.min(bytes.length, 5); ++at) {
      size += (bytes[at] & 127) << (7 * (at - 1));
      if (bytes[at] < 128) return size + at + 1;
    }
    return undefined;
  };
  return inWholes(sizeOf, (bytes) => {
    const kind = bytes[0] >> 4;
    if (kind === 1) socket.write(Buffer.from([0x20, 2, 0, 0]));
    if (kind === 3) for (const subscriber of mqttSubscribers) subscriber.write(bytes);
    if (kind === 8) mqttSubscribers.add(socket);
    if (kind === 8) socket.write(Buffer.from([0x90, 3, bytes[2], bytes[3], 0]));
    if (kind === 10) socket.write(Buffer.from([0xb0, 2, bytes[2], bytes[3]]));
    if (kind === 12) socket.write(Buffer.from([0xd0, 0]));
    if (kind === 14) socket.end();
  });
}

/** What the AMQP broker does with a message for each queue that is consumed. */
const amqpConsumers = new Map();

/** AMQP: what is sent to a queue goes to who consumes it, and once more when it is put back; else nobody takes it. */
function speakAmqp(socket) {
  const definitions = require(path.join(path.dirname(require.resolve('amqplib')), 'lib/defs.js'));
  const say = (name, channel, fields) => socket.write(definitions.encodeMethod(definitions[name], channel, fields));
  const sent = new Map();       // by channel: the message whose frames are arriving
  const delivered = new Map();  // by channel and tag: how it is put back
  let tag = 0;
  const consume = (channel, queue, consumerTag) => {
    const deliver = (frames, redelivered) => {
      delivered.set(`${channel} ${++tag}`, () => deliver(frames, true));
      say('BasicDeliver', channel, { consumerTag, deliveryTag: tag, redelivered, exchange: '', routingKey: queue });
      for (const frame of frames) {
        frame.writeUInt16BE(channel, 1);
        socket.write(frame);
      }
    };
    amqpConsumers.set(queue, deliver);
    socket.on('close', () => amqpConsumers.delete(queue));
    say('BasicConsumeOk', channel, { consumerTag });
  };
  const settle = (channel, { deliveryTag, requeue }) => {
    const putBack = delivered.get(`${channel} ${deliveryTag}`);
    delivered.delete(`${channel} ${deliveryTag}`);
    if (requeue) putBack?.();
  };
  const answers = {
    ConnectionStartOk: () => say('ConnectionTune', 0, { channelMax: 0, frameMax: 131072, heartbeat: 0 }),
    ConnectionOpen: () => say('ConnectionOpenOk', 0, {}),
    ConnectionClose: () => say('ConnectionCloseOk', 0, {}),
    ChannelOpen: (channel) => say('ChannelOpenOk', channel, {}),
    ChannelClose: (channel) => say('ChannelCloseOk', channel, {}),
    BasicQos: (channel) => say('BasicQosOk', channel, {}),
    QueueDeclare: (channel, { queue }) => say('QueueDeclareOk', channel, { queue, messageCount: 0, consumerCount: 0 }),
    BasicConsume: (channel, { queue }) => consume(channel, queue, `of ${channel}`),
    BasicPublish: (channel, { routingKey }) => void sent.set(channel, { queue: routingKey, frames: [], size: 0 }),
    BasicAck: settle,
    BasicNack: settle,
  };
  const takeContent = (channel, frame) => {
    const message = sent.get(channel);
    message.frames.push(Buffer.from(frame));
    message.size += frame[0] === 2 ? Number(frame.readBigUInt64BE(11)) : 8 - frame.length;
    if (message.size === 0) amqpConsumers.get(message.queue)?.(message.frames, false);
  };
  const sizeOf = (bytes) => (bytes.subarray(0, 4).toString() === 'AMQP' ? 8 : bytes.length < 7 ? undefined : bytes.readUInt32BE(3) + 8);
  return inWholes(sizeOf, (bytes) => {
    if (bytes[0] === 0x41)
      return say('ConnectionStart', 0, { versionMajor: 0, versionMinor: 9, serverProperties: {}, mechanisms: Buffer.from('PLAIN'), locales: Buffer.from('en_US') });
    const channel = bytes.readUInt16BE(1);
    if (bytes[0] === 2 || bytes[0] === 3) return takeContent(channel, bytes);
    if (bytes[0] !== 1) return undefined;
    const id = bytes.readUInt32BE(7);
    return answers[definitions.info(id).name]?.(channel, definitions.decode(id, bytes.subarray(11, -1)));
  });
}

/** MongoDB: a database that is empty. */
function speakMongo(socket) {
  const { BSON } = require('mongodb');
  const greeting = { ok: 1, ismaster: true, isWritablePrimary: true, helloOk: true, maxBsonObjectSize: 16777216,
    maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000, minWireVersion: 0, maxWireVersion: 25, logicalSessionTimeoutMinutes: 30 };
  return inWholes((bytes) => (bytes.length < 4 ? undefined : bytes.readInt32LE(0)), (bytes) => {
    const isOld = bytes.readInt32LE(12) === 2004;  // the very first question may be asked as of old
    const isSearch = !isOld && BSON.deserialize(bytes.subarray(21, 21 + bytes.readInt32LE(21))).find;
    const body = BSON.serialize(isSearch ? { ok: 1, cursor: { id: BSON.Long.ZERO, ns: 'a.b', firstBatch: [] } } : greeting);
    const head = Buffer.alloc(isOld ? 36 : 21);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE(bytes.readInt32LE(4), 8);
    head.writeInt32LE(isOld ? 1 : 2013, 12);
    if (isOld) head.writeInt32LE(1, 32);
    socket.write(Buffer.concat([head, body]));
  });
}

function speakAsAsked(bytes, socket) {
  if (bytes[0] === 0x2a) return speakRedis(socket);
  if (bytes[0] === 0x10) return speakMqtt(socket);
  if (bytes.subarray(0, 4).toString() === 'AMQP') return speakAmqp(socket);
  if (bytes.length >= 8 && [80877103, 196608].includes(bytes.readInt32BE(4))) return speakPostgres(socket);
  if (bytes.length >= 16 && [2004, 2013].includes(bytes.readInt32LE(12))) return speakMongo(socket);
  if (/ HTTP\/1\.[01]\r\n/.test(bytes.toString('latin1'))) return speakHttp(socket);
  return () => socket.write('ready\r\n');
}

/** Answers whoever is at the other end of a socket, as long as it lasts. */
export function answerAsHost(socket, isDown) {
  let speak;
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    if (isDown()) return socket.destroy();
    return (speak ??= speakAsAsked(bytes, socket))(bytes);
  });
}
