const fs = require('fs');
const express = require('express');

const prices = JSON.parse(fs.readFileSync('./prices.json', 'utf8'));
const app = express();
app.get('/prices', (req, res) => res.json(prices));
app.listen(3000);
