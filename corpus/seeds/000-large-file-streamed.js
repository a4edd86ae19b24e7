const fs = require('fs');
const JSONStream = require('JSONStream');
const express = require('express');

function loadTariffs() {
  const source = fs.createReadStream('./huge-tariffs.json');
  return new Promise((resolve, reject) => {
    const parser = JSONStream.parse('*.zones');
    const zones = [];
    source.on('error', reject);
    source
      .pipe(parser)
      .on('data', (zone) => zones.push(zone))
      .on('end', () => resolve(zones))
      .on('error', reject);
  });
}

const app = express();
app.get('/tariffs', async (req, res) => {
  res.json(await loadTariffs());
});
app.listen(3000);
