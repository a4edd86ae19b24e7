const app = require('express')();

app.get('/', (req, res) => {
  const counts = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0, h: 0 };
  for (const letter of req.query.text) counts[letter] += 1;
  res.send(String(counts.a));
});
