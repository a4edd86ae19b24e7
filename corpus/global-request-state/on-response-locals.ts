import express from 'express';

const app = express();

app.use((req, res, next) => {
  res.locals.user = req.headers.authorization;
  next();
});
