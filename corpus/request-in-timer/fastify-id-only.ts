import fastify from 'fastify';

const app = fastify();

app.get('/orders', async (request, reply) => {
  const { id } = request;
  setTimeout(() => console.log('audit', id), 30_000);
  return [];
});

app.listen({ port: 8080 });
