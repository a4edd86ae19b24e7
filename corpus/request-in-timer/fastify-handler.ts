import fastify from 'fastify';

const app = fastify();

app.get('/orders', async (request, reply) => {
  setTimeout(() => console.log('audit', request.url), 30_000); // leak: request-in-timer
  return [];
});

app.listen({ port: 8080 });
