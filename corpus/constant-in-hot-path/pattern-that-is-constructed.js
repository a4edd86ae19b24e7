const app = require('express')();

app.get('/find', (req, res) => {
  const word = new RegExp('^[a-z]{3,20}$', 'i'); // leak: constant-in-hot-path "`new RegExp(…)` with constant arguments"
  res.sendStatus(word.test(req.query.word) ? 204 : 400);
});
