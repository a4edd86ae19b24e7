import type { FastifyInstance, FastifyReply } from 'fastify';

import { isReachable } from '../db/listen.js';
import { loanEvents, type Loan } from '../lib/events.js';
import { ReaderExport } from '../services/exports.js';

function startStream(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
  reply.raw.write(':\n\n');
}

interface ByReader {
  Params: { reader: string };
}

export async function liveRoutes(app: FastifyInstance): Promise<void> {
  app.get('/health', async () => ({ database: await isReachable() }));

  app.get('/live/loans', async (request, reply) => {
    startStream(reply);
    const tell = (loan: Loan) => reply.raw.write(`data: ${loan.book}\n\n`);
    loanEvents.on('lent', tell);
    request.raw.on('close', () => loanEvents.off('lent', tell));
  });

  app.get('/live/closing', async (request, reply) => {
    startStream(reply);
    const end = () => reply.raw.end('event: closing\n\n');
    loanEvents.once('closing', end);
    reply.raw.on('close', () => loanEvents.off('closing', end));
  });

  app.post<ByReader>('/exports/:reader', async (request, reply) => {
    const loans = new ReaderExport(request.params.reader);
    await reply.code(202).send({ reader: request.params.reader });
    return loans.finish();
  });

  /** Counts how long the connection stays idle, which may serve many requests. */
  app.get('/idle', async (request, reply) => {
    const { socket } = request.raw;
    const note = () => request.log.info('idle');
    socket.on('timeout', note);
    reply.raw.on('close', () => socket.off('timeout', note));
    return { idle: true };
  });
}
