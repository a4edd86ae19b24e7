const app = require('express')();

app.get('/', (req, res) => {
  const order = Object.freeze(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'never']); // leak: constant-in-hot-path
  res.send(String(order.indexOf(req.query.day)));
});
