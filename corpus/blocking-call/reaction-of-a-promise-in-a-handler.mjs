import fs from 'node:fs';
import express from 'express';
import { render } from './render.mjs';

const app = express();
app.get('/report', (req, res) => {
  render(req.query).then((page) => {
    fs.writeFileSync('./last-report.html', page); // leak: blocking-call
    res.send(page);
  });
});
