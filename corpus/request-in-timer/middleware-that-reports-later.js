const express = require('express');
const app = express();

app.use((req, res, next) => {
  setTimeout(() => console.log(req.method, req.originalUrl), 15_000); // leak: request-in-timer
  next();
});
app.use((req, res) => res.end('ok'));
