import express from 'express';

const COLOURS = 8;
const app = express();
app.get('/', (req, res) => {
  const colours = ['red', 'green', 'blue', 'cyan', 'pink', 'gold', 'grey', 'teal']; // leak: constant-in-hot-path
  res.send(colours[req.query.index % COLOURS]);
});
