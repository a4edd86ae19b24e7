import express from 'express';

const app = express();

app.use((req, res, next) => {
  res.locals.tenant = { headers: req.headers };
  next();
});
app.use((req, res) => res.end());
