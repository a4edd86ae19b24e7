import type { FastifyInstance } from 'fastify';

import { pool } from '../db/pool.js';
import { loanEvents } from '../lib/events.js';
import { DayBook } from '../services/exports.js';

/** Opens what lasts as long as the service, and closes it with the service. */
export async function closing(app: FastifyInstance): Promise<void> {
  const dayBook = new DayBook();
  const report = setInterval(() => app.log.info({ loans: dayBook.length }, 'loans today'), 3_600_000);
  dayBook.open();

  app.addHook('onClose', async () => {
    clearInterval(report);
    dayBook.close();
    loanEvents.emit('closing');
    await pool.end();
  });
}
