import pg from 'pg';

import { config } from '../config.js';

export const pool = new pg.Pool({
  connectionString: config.databaseUrl,
  max: config.poolSize,
  connectionTimeoutMillis: 500,
});

pool.on('error', (error) => console.error('idle client failed', error.message));
