const fs = require('fs');
const express = require('express');

function loadTariffs() {
  const text = fs.readFileSync('./huge-tariffs.json', 'utf8');
  return JSON.parse(text);
}

const tariffs = loadTariffs();
const app = express();
app.get('/tariffs/:zone', (req, res) => {
  res.json(tariffs[req.params.zone]);
});
app.listen(3000);
