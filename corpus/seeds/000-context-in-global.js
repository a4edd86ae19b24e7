// One property of the global object for all requests: the last one's token and body stay.
const express = require('express');
const shop = express();

shop.use((req, res, next) => {
  global.activeCustomer = { // leak: global-request-state "`global.activeCustomer`"
    bearer: req.headers.authorization,
    profile: req.body.profile,
    since: Date.now(),
  };
  next();
});
