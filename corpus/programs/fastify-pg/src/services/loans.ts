import { randomUUID } from 'node:crypto';

import { pool } from '../db/pool.js';
import { inTransaction } from '../db/transaction.js';
import { taken } from '../lib/errors.js';
import { type Loan, loanEvents } from '../lib/events.js';

/** Lends a book, if there is a copy left. */
export async function lend(book: number, reader: string): Promise<Loan> {
  const client = await pool.connect(); // leak: resource-leak "a pooled PostgreSQL client"
  const { rows } = await client.query('select copies from books where id = $1', [book]);
  if (rows.length === 0 || rows[0].copies < 1) throw taken('the last copy');
  const loan: Loan = { id: randomUUID(), book, reader };
  await client.query('insert into loans (id, book, reader) values ($1, $2, $3)', [loan.id, book, reader]);
  client.release();
  loanEvents.emit('lent', loan);
  return loan;
}

/** Takes a book back. */
export async function giveBack(id: string): Promise<Loan | null> {
  const loan = await inTransaction(async (client) => {
    const { rows } = await client.query('select id, book, reader from loans where id = $1', [id]);
    if (rows.length === 0) return null;
    await client.query('delete from loans where id = $1', [id]);
    return rows[0] as Loan;
  });
  if (loan) loanEvents.emit('returned', loan);
  return loan;
}
