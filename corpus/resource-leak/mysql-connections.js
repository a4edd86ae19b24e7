const mysql = require('mysql2');
const promised = require('mysql2/promise');
const express = require('express');

const pool = mysql.createPool({});
const app = express();

app.get('/a', (req, res) => {
  const connection = mysql.createConnection({}); // leak: resource-leak "a MySQL connection"
  connection.query('select 1', (error, rows) => res.json(rows));
});
app.get('/b', (req, res) => {
  pool.getConnection((error, connection) => { // leak: resource-leak "a pooled MySQL connection"
    connection.query('select 1', (failure, rows) => res.json(rows));
  });
});
app.get('/c', (req, res) => {
  pool.getConnection((error, connection) => {
    connection.query('select 1', (failure, rows) => {
      connection.release();
      res.json(rows);
    });
  });
});
app.get('/d', async (req, res) => {
  const connection = await promised.createConnection({});
  try {
    res.json(await connection.execute('select 1'));
  } finally {
    await connection.end();
  }
});
