import { Agent, setGlobalDispatcher } from 'undici';
import pino from 'pino';
import { createServer } from 'node:http';

setGlobalDispatcher(new Agent({ connections: 10 }));
const logger = pino(pino.transport({ target: 'pino/file' }));

createServer(async (request, response) => {
  const agent = new Agent(); // leak: resource-leak "an agent with its connections"
  agent.on('connect', () => {});
  await agent.request({ origin: 'http://upstream.test', path: '/', method: 'GET' });
  response.end();
});
createServer(async (request, response) => {
  // Its worker thread ends when nothing holds the transport any more.
  const transport = pino.transport({ target: 'pino/file' });
  transport.on('ready', () => response.end());
});
createServer(async (request, response) => {
  const agent = new Agent();
  try {
    await agent.request({ origin: 'http://upstream.test', path: '/', method: 'GET' });
    response.end();
  } finally {
    await agent.close();
  }
  logger.info('done');
});
