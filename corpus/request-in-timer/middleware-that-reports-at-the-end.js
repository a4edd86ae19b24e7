const express = require('express');
const app = express();

app.use((req, res, next) => {
  res.on('finish', () => console.log(req.method, req.originalUrl));
  next();
});
app.use((req, res) => res.end('ok'));
