const app = require('express')();

app.use((req, res, next) => {
  const rights = { a: true, b: true, c: true, d: true, e: false, f: false, g: false, h: false };
  req.rights = rights;
  next();
});
