// Each visitor is counted for ever.
const express = require('express');
const app = express();
const counts = {};

app.use((req, res, next) => {
  const visitor = req.headers['x-visitor'];
  counts[visitor] = (counts[visitor] || 0) + 1; // leak: unbounded-cache
  next();
});
app.use((req, res) => res.end());
