const express = require('express');
const { greet } = require('./greeting');

const app = express();
app.get('/hello', (req, res) => res.send(greet(req.query.language))); // because: blocking-call
app.listen(3000);
