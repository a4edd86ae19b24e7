import { createServer } from 'node:http';
import { BroadcastChannel } from 'node:worker_threads';

createServer((request, response) => {
  const channel = new BroadcastChannel('news'); // leak: resource-leak
  channel.postMessage(request.url);
  response.end();
});
