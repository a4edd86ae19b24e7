import { LRUCache } from 'lru-cache';

import { pool } from '../db/pool.js';
import { notFound } from '../lib/errors.js';

export interface Book {
  readonly id: number;
  readonly title: string;
  readonly copies: number;
}

const books = new LRUCache<number, Book>({ max: 200 });
const searches = new LRUCache<string, Book[]>({ max: 100 });

export async function bookOf(id: number): Promise<Book> {
  const known = books.get(id);
  if (known) return known;
  const { rows } = await pool.query('select id, title, copies from books where id = $1', [id]);
  if (rows.length === 0) throw notFound('book');
  books.set(id, rows[0]);
  return rows[0];
}

/** All books whose title begins so. */
export async function search(beginning: string): Promise<Book[]> {
  const known = searches.get(beginning);
  if (known) return known;
  const { rows } = await pool.query('select id, title, copies from books where title like $1', [`${beginning}%`]);
  searches.set(beginning, rows);
  return rows;
}
