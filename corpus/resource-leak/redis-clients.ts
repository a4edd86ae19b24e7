import { createClient } from 'redis';
import Redis from 'ioredis';
import { createServer } from 'node:http';

const shared = new Redis();

createServer(async (request, response) => {
  const client = createClient(); // leak: resource-leak "a Redis client"
  await client.connect();
  response.end(await client.get('a'));
});
createServer(async (request, response) => {
  const own = new Redis(); // leak: resource-leak "a Redis client"
  response.end(await own.get('a'));
});
createServer((request, response) => {
  const subscriber = shared.duplicate();
  subscriber.subscribe('news');
  subscriber.on('message', (channel, text) => response.write(text));
  response.on('close', () => subscriber.quit());
});
