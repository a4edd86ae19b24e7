import type { FastifyInstance } from 'fastify';

import { bookOf, search } from '../services/books.js';

interface ById {
  Params: { id: string };
}

interface ByTitle {
  Querystring: { title?: string };
}

export async function bookRoutes(app: FastifyInstance): Promise<void> {
  app.get<ById>('/books/:id', async (request) => bookOf(Number(request.params.id)));

  app.get<ByTitle>('/books', async (request) => search(String(request.query.title ?? '')));
}
