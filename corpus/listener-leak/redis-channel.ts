import { createClient } from 'redis';
import { createServer } from 'node:http';

const subscriber = createClient();
await subscriber.connect();
await subscriber.subscribe('news', () => {});

createServer(async (request, response) => {
  await subscriber.subscribe('room', (text) => response.write(text)); // leak: listener-leak "for every request"
  const show = (text: string) => response.write(text);
  await subscriber.subscribe('lobby', show);
  response.on('close', () => subscriber.unsubscribe('lobby', show));
});
