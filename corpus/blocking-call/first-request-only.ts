import { mkdirSync } from 'node:fs';
import express from 'express';

let isPrepared = false;
const app = express();
app.post('/uploads', (req, res) => {
  if (!isPrepared) {
    mkdirSync('./uploads', { recursive: true });
    isPrepared = true;
  }
  res.sendStatus(202);
});
