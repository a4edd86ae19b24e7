// once() removes it when an exception comes. Until one does, there is a listener for every request.
const express = require('express');
const api = express();

api.use((req, res, next) => {
  const trace = req.headers['x-trace'];
  process.once('uncaughtException', (failure) => { // leak: listener-leak "`process` keeps one more"
    console.error({ trace, failure: failure.message });
  });
  next();
});
