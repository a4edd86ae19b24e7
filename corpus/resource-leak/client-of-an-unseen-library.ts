// Whether a client of an unknown library has to be closed, nobody can tell.
import { createServer } from 'node:http';
import { Client } from 'some-database';

createServer(async (request, response) => {
  const client = new Client();
  response.end(await client.query('select 1'));
});
