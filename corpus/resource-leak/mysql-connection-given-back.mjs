import mysql from 'mysql2/promise';
import express from 'express';

const pool = mysql.createPool({ connectionLimit: 5 });
const app = express();

app.get('/stock', async (req, res) => {
  const connection = await pool.getConnection();
  try {
    const [rows] = await connection.query('select * from stock');
    res.json(rows);
  } finally {
    connection.release();
  }
});
app.get('/count', async (req, res) => {
  const [[{ count }]] = await pool.query('select count(*) as count from stock');
  res.json({ count });
});
process.once('SIGTERM', () => pool.end());
