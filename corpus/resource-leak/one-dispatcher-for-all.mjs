import { Agent, request } from 'undici';
import axios from 'axios';
import https from 'node:https';
import { createServer } from 'node:http';

const dispatcher = new Agent({ connections: 10 });
const client = axios.create({ httpsAgent: new https.Agent({ keepAlive: true }) });

createServer(async (incoming, response) => {
  const { body } = await request('https://upstream.test', { dispatcher });
  response.write(await body.text());
  const { data } = await client.get('https://upstream.test');
  response.end(data);
});
process.once('SIGTERM', () => dispatcher.close());
