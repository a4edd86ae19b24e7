const knex = require('knex');
const express = require('express');

const database = knex({ client: 'pg', pool: { max: 5 } });
const app = express();

app.get('/orders', async (req, res) => {
  res.json(await database('orders').where({ customer: req.query.customer }));
});
app.post('/orders', async (req, res) => {
  const transaction = await database.transaction();
  try {
    await transaction('orders').insert(req.body);
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  res.sendStatus(201);
});
process.once('SIGTERM', () => database.destroy());
