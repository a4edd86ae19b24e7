const Hapi = require('@hapi/hapi');
const bus = new (require('events'))();

const server = Hapi.server({ port: 80 });
server.events.on('response', (request) => console.log(request.path));
server.route({
  method: 'GET',
  path: '/news',
  handler: (request, h) => {
    const tell = (text) => request.log(['news'], text);
    bus.on('news', tell);
    request.raw.res.on('close', () => bus.off('news', tell));
    return h.response('soon');
  },
});
