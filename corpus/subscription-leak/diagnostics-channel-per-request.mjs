import { createServer } from 'node:http';
import { channel } from 'node:diagnostics_channel';

const queries = channel('queries');

createServer((request, response) => {
  queries.subscribe((message) => console.log(request.url, message)); // leak: subscription-leak (missed)
  response.end();
});
