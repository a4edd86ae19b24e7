const fs = require('fs');
const express = require('express');

const app = express();
app.get('/prices', (req, res) => {
  res.type('json').send(fs.readFileSync('./prices.json')); // leak: blocking-call "readFileSync"
});
app.listen(3000);
