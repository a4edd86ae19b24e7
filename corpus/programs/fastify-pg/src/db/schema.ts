import { pool } from './pool.js';

const tables = [
  'create table if not exists books (id integer primary key, title text not null, copies integer not null)',
  'create table if not exists loans (id text primary key, book integer not null, reader text not null)',
];

const shelf: ReadonlyArray<readonly [number, string, number]> = [
  [1, 'The Moonstone', 1000000],
  [2, 'Middlemarch', 1000000],
  [3, 'Emma', 0],
];

/** Makes the tables, and puts the first books on the shelf. */
export async function prepare(): Promise<void> {
  for (const table of tables) await pool.query(table);
  for (const book of shelf) await pool.query('insert into books (id, title, copies) values ($1, $2, $3)', [...book]);
}
