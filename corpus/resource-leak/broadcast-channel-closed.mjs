import { createServer } from 'node:http';
import { BroadcastChannel } from 'node:worker_threads';

createServer((request, response) => {
  const channel = new BroadcastChannel('news');
  channel.postMessage(request.url);
  channel.close();
  response.end();
});
