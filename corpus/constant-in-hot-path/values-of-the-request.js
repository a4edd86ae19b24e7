const app = require('express')();

app.get('/', (req, res) => {
  const texts = { a: req.query.a, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 };
  res.send(String(texts[req.query.key]));
});
