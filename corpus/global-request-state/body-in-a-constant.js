const express = require('express');
const app = express();

app.post('/orders', (req, res) => {
  const lastBody = req.body;
  res.json(lastBody);
});
