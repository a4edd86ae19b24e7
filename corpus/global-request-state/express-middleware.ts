import express from 'express';

const app = express();
let tenant: unknown;

app.use((req, res, next) => {
  tenant = { id: req.headers['x-tenant'], body: req.body }; // leak: global-request-state
  next();
});
