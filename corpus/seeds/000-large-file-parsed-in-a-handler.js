const fs = require('fs');
const express = require('express');

function loadTariffs() {
  const text = fs.readFileSync('./huge-tariffs.json', 'utf8'); // leak: blocking-call "for every request"
  return JSON.parse(text);
}

const app = express();
app.get('/tariffs/:zone', (req, res) => {
  res.json(loadTariffs()[req.params.zone]); // because: blocking-call
});
app.listen(3000);
