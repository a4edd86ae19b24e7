const express = require('express');
const app = express();
let counts = {};

setInterval(() => {
  counts = {};
}, 60_000);

app.use((req, res, next) => {
  const visitor = req.headers['x-visitor'];
  counts[visitor] = (counts[visitor] || 0) + 1;
  next();
});
app.use((req, res) => res.end());
