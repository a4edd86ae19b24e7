import pg from 'pg';
import { createServer } from 'node:http';

const pool = new pg.Pool();

createServer(async (request, response) => {
  const client = new pg.Client(); // leak: resource-leak "a PostgreSQL client"
  await client.connect();
  response.end(await client.query('select 1'));
});
createServer(async (request, response) => {
  const client = await pool.connect(); // leak: resource-leak "a pooled PostgreSQL client"
  response.end(await client.query('select 1'));
  client.release();
});
createServer(async (request, response) => {
  const client = await pool.connect();
  try {
    response.end(await client.query('select 1'));
  } finally {
    client.release();
  }
});
createServer((request, response) => {
  pool.connect((error, client, done) => {
    client.query('select 1', (failure, rows) => {
      done();
      response.end(rows);
    });
  });
});
createServer((request, response) => {
  pool.connect((error, client) => { // leak: resource-leak "a pooled PostgreSQL client"
    client.query('select 1', (failure, rows) => response.end(rows));
  });
});
