import express from 'express';

class Tenant {
  static current: unknown;
}

const app = express();

app.use((req, res, next) => {
  Tenant.current = { headers: req.headers }; // leak: global-request-state
  next();
});
app.use((req, res) => res.end());
