import http from 'node:http';

export const files = {
  'node_modules/kafkajs/index.js': `
    exports.Kafka = class { consumer() { return { run: async () => {}, disconnect: async () => {} }; } };`,
};
let io;
let connect;
export const before = async (world) => {
  const { Server } = await world.import('socket.io');
  const { on } = Server.prototype;
  Server.prototype.on = function (...values) {
    io = this;
    return on.apply(this, values);
  };
};
// What is made once is made here: the module, the plugin, and the server that socket.io is attached to.
export const started = async (it, world) => {
  await new it.News().onModuleInit();
  const { default: fastify } = await world.import('fastify');
  await fastify().register(it.default).ready();
  const server = http.createServer();
  io.attach(server);
  await world.serve();
  const client = await world.import('socket.io-client');
  const options = { forceNew: true, reconnection: false, transports: ['websocket'] };
  connect = () => client.io(`http://127.0.0.1:${server.address().port}`, options);
};
export default async ({ webSocket }) => {
  await webSocket();
  const socket = connect();
  socket.on('joined', () => socket.close());
  socket.on('tick', () => socket.emit('join', socket.id));
  await new Promise((resolve) => socket.on('disconnect', resolve));
};
