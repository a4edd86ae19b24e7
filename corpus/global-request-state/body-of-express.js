const express = require('express');
const app = express();
let lastBody = null;

app.post('/orders', (req, res) => {
  lastBody = req.body; // leak: global-request-state
  res.json(lastBody);
});
