const fastify = require('fastify');
const plugin = require('fastify-plugin');
const bus = new (require('events'))();

const app = fastify();

app.register(plugin(async (instance) => {
  bus.on('reload', () => instance.log.info('reload'));
  instance.addHook('onReady', async () => {
    bus.on('ready', () => {});
  });
  instance.addHook('preHandler', async (request, reply) => {
    bus.on('stop', () => reply.send()); // leak: listener-leak "for every request"
    request.raw.on('close', () => {});
    request.signal.addEventListener('abort', () => {});
  });
}));
app.get('/', { onSend: async (request) => { bus.on('sent', () => request.id) } }, async () => 'ok'); // leak: listener-leak
app.route({
  method: 'GET',
  url: '/events',
  handler(request, reply) {
    const push = (event) => reply.raw.write(event);
    bus.on('event', push);
    request.raw.on('close', () => bus.off('event', push));
  },
});
