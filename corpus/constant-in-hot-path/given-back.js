const app = require('express')();

const defaults = () => ({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 });
app.get('/', (req, res) => {
  const settings = defaults();
  settings.a = req.query.a;
  res.send(String(settings.a));
});
