const app = require('express')();
const { OK, GONE } = require('./codes');
const RED = '#f00';

app.get('/codes', (req, res) => {
  const known = { a: OK, b: GONE, c: RED, d: 4, e: 5, f: 6, g: 7, h: 8 }; // leak: constant-in-hot-path
  res.send(String(known[req.query.code]));
});
