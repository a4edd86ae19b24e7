// The closure around it protects the object from other code, and from being emptied.
const express = require('express');
const shop = express();

const remember = (() => {
  const requests = {};
  return (req) => {
    requests[req.headers['x-trace']] = { url: req.originalUrl, body: req.body }; // leak: unbounded-cache "`requests` grows"
  };
})();

shop.use((req, res, next) => {
  remember(req);
  next();
});
