import pg from 'pg';

import { config } from '../config.js';

export type Tell = (payload: string) => void;

/** Tells of what the database notifies, until the returned function is called. */
export async function listenTo(channel: string, tell: Tell): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: config.databaseUrl });
  client.on('notification', (message) => tell(message.payload ?? ''));
  await client.connect();
  await client.query(`listen ${channel}`);
  return () => client.end();
}

/** Whether the database answers at all. */
export async function isReachable(): Promise<boolean> {
  const client = new pg.Client({ connectionString: config.databaseUrl }); // leak: resource-leak "a PostgreSQL client"
  try {
    await client.connect();
    const { rows } = await client.query('select 1 as one');
    return rows.length === 1;
  } catch {
    return false;
  }
}
