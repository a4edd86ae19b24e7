const { Pool } = require('pg');
const express = require('express');
const pool = new Pool();

pool.on('error', () => {});
express().get('/', async (req, res) => {
  const client = await pool.connect();
  client.on('notice', (notice) => res.write(notice)); // leak: listener-leak
  try {
    res.end(await client.query('select 1'));
  } finally {
    client.release();
  }
});
express().get('/quiet', async (req, res) => {
  const client = await pool.connect();
  const show = (notice) => res.write(notice);
  client.on('notice', show);
  try {
    res.end(await client.query('select 1'));
  } finally {
    client.off('notice', show);
    client.release();
  }
});
