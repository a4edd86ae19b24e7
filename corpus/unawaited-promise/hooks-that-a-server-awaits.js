// Fastify and hapi await their hooks, and answer with the failure.
const fastify = require('fastify')();
const hapi = require('@hapi/hapi').server();

async function connect() {
  const answer = await fetch('http://config/database');
  if (!answer.ok) throw new Error('there is no configuration');
  return answer.json();
}

fastify.addHook('onReady', async () => {
  await connect();
});
fastify.addHook('onRequest', async (request) => {
  request.database = await connect();
});
fastify.addHook('onClose', async () => {
  await connect();
});
hapi.ext('onPreHandler', async (request, h) => {
  request.app.database = await connect();
  return h.continue;
});
fastify.server.on('listening', async () => { // leak: unawaited-promise
  await connect();
});
