// `ready` is called once here, but the callback comes from a function that is called for each request.
import express from 'express';

function ready(callback) {
  callback();
}
const app = express();
app.use((req, res, next) => {
  ready(() => {
    process.on('warning', () => res.end()); // leak: listener-leak
  });
  next();
});
ready(() => {});
