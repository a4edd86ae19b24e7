import { createServer } from 'node:http';
import { channel } from 'node:diagnostics_channel';

const queries = channel('queries');

createServer((request, response) => {
  const log = (message) => console.log(request.url, message);
  queries.subscribe(log);
  response.on('close', () => queries.unsubscribe(log));
  response.end();
});
