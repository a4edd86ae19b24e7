import fastify, { type FastifyInstance } from 'fastify';

import { prepare } from './db/schema.js';
import { Refusal } from './lib/errors.js';
import { closing } from './plugins/closing.js';
import { metrics } from './plugins/metrics.js';
import { bookRoutes } from './routes/books.js';
import { liveRoutes } from './routes/live.js';
import { loanRoutes } from './routes/loans.js';

export async function buildApp(): Promise<FastifyInstance> {
  const app = fastify({ logger: false, maxParamLength: 16_384 });

  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Refusal ? error.statusCode : 500;
    if (status === 500) request.log.error(error);
    return reply.code(status).send({ error: status === 500 ? 'internal error' : (error as Error).message });
  });

  await prepare();
  await app.register(closing);
  await app.register(bookRoutes);
  await app.register(loanRoutes);
  await app.register(liveRoutes);
  await metrics(app);
  return app;
}
