const Hapi = require('@hapi/hapi');
const server = Hapi.server({ port: 80 });
const bus = new (require('events'))();

server.ext('onPreStart', () => {
  bus.on('reload', () => {});
});
server.ext('onRequest', (request, h) => {
  server.events.on('log', () => request.id); // leak: listener-leak "for every request"
  return h.continue;
});
server.route([{
  method: 'GET',
  path: '/',
  options: {
    pre: [{ method: (request) => { bus.on('stop', () => request.id); return null; } }], // leak: listener-leak
    handler: (request, h) => {
      request.raw.req.on('close', () => {});
      return h.response('ok');
    },
  },
}]);
