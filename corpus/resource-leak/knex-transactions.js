const knex = require('knex');
const express = require('express');

const database = knex({ client: 'pg', connection: {} });
const app = express();

app.post('/a', async (req, res) => {
  const own = knex({ client: 'pg', connection: {} }); // leak: resource-leak "a pool of database connections"
  res.json(await own('users').select());
});
app.post('/b', async (req, res) => {
  const transaction = await database.transaction(); // leak: resource-leak "a transaction"
  await transaction('users').insert(req.body);
  await transaction.commit();
  res.end();
});
app.post('/c', async (req, res) => {
  await database.transaction(async (transaction) => {
    await transaction('users').insert(req.body);
  });
  res.end();
});
