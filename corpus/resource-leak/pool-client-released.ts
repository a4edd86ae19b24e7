import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool();

createServer(async (request, response) => {
  const client = await pool.connect();
  try {
    response.end(String(await client.query('select 1')));
  } finally {
    client.release();
  }
});
