import type { FastifyInstance } from 'fastify';

import { nextReturnOf } from '../lib/events.js';
import { notFound } from '../lib/errors.js';
import { giveBack, lend } from '../services/loans.js';

interface Lending {
  Body: { book: number; reader: string };
}

interface ById {
  Params: { id: string };
}

export async function loanRoutes(app: FastifyInstance): Promise<void> {
  app.post<Lending>('/loans', async (request, reply) => {
    const loan = await lend(request.body.book, request.body.reader);
    return reply.code(201).send(loan);
  });

  app.delete<ById>('/loans/:id', async (request) => {
    const loan = await giveBack(request.params.id);
    if (!loan) throw notFound('loan');
    return loan;
  });

  /** Answers when a copy comes back, or when the reader has waited for long enough. */
  app.get<ById>('/books/:id/return', async (request) => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), 20);
    try {
      return await nextReturnOf(Number(request.params.id), patience.signal);
    } catch {
      return { isBack: false };
    } finally {
      clearTimeout(timer);
    }
  });
}
