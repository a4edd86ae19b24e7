import { Agent, fetch, request as send, setGlobalDispatcher } from 'undici';
import pino from 'pino';
import { createServer } from 'node:http';

setGlobalDispatcher(new Agent({ connections: 10 }));
const logger = pino(pino.transport({ target: 'pino/file' }));

createServer(async (request, response) => {
  const agent = new Agent(); // leak: resource-leak "an agent with its connections"
  agent.on('connect', () => {});
  response.end(await fetch('https://upstream.test'));
});
createServer(async (request, response) => {
  const transport = pino.transport({ target: 'pino/file' }); // leak: resource-leak "a transport with its worker thread"
  transport.on('ready', () => response.end());
});
createServer(async (request, response) => {
  const agent = new Agent();
  try {
    response.end(await agent.request({ path: '/', method: 'GET' }));
  } finally {
    await agent.close();
  }
  logger.info('done');
});
